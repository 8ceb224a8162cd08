package dev.hourglass.clocks.ledger;

import dev.hourglass.clocks.history.PromiseMade;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.timing.TicketPrioritized;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise in the ledger.
 *
 * @param eventId the fact that made it
 * @param since when it was made
 * @param until when the next one took its place; missing while it stands
 * @param reasons the rules that decided on the priority
 * @param basis what it was derived from, as it was then
 */
public record PromiseEntry(
    String eventId,
    Instant since,
    @Nullable Instant until,
    String edition,
    Priority priority,
    List<Reason> reasons,
    Entitlement entitlement,
    Basis basis,
    List<Target> targets) {

  static List<PromiseEntry> of(List<PromiseMade> promises) {
    List<PromiseEntry> entries = new ArrayList<>();
    for (int i = 0; i < promises.size(); i++) {
      Instant until = i + 1 < promises.size() ? promises.get(i + 1).at() : null;
      entries.add(of(promises.get(i), until));
    }
    return entries;
  }

  private static PromiseEntry of(PromiseMade made, @Nullable Instant until) {
    TicketPrioritized fact = made.fact();
    return new PromiseEntry(
        made.eventId(),
        made.at(),
        until,
        fact.promise().edition(),
        fact.priority(),
        fact.reasons(),
        fact.entitlement(),
        fact.basis(),
        fact.promise().targets());
  }
}
