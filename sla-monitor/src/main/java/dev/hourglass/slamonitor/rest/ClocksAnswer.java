package dev.hourglass.slamonitor.rest;

import dev.hourglass.clocks.ledger.ClockEntry;
import dev.hourglass.clocks.ledger.Ledger;
import dev.hourglass.clocks.ledger.PromiseEntry;
import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.slamonitor.ledger.TicketLedger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one ticket: as last said, or as of an instant, with the ledger that explains them.
 *
 * @param version of the state on {@code sla-clocks}; missing if the answer is as of an instant
 * @param facts how many facts were folded
 */
@Schema(description = "The clocks of one ticket, with the ledger that explains them")
public record ClocksAnswer(
    UUID ticketId,
    @Nullable Long version,
    Instant asOf,
    int facts,
    @Nullable String reference,
    @Nullable String account,
    @Nullable Priority priority,
    @Nullable Plan plan,
    @Nullable String edition,
    List<ClockState> clocks,
    @Nullable Ledger asKnownNow,
    @Nullable Ledger asKnownThen) {

  /** As last said, which may be a moment behind the ledger, or wait for evidence. */
  static ClocksAnswer lastSaid(ClocksChanged said, Optional<TicketLedger> ledger) {
    return new ClocksAnswer(
        said.ticketId(),
        said.version(),
        said.asOf(),
        said.facts(),
        said.reference(),
        said.account(),
        said.priority(),
        said.plan(),
        said.edition(),
        said.clocks(),
        ledger.map(TicketLedger::asKnownNow).orElse(null),
        null);
  }

  /** As of an instant, by all that is known today. */
  static ClocksAnswer asOf(TicketLedger ledger) {
    Ledger now = ledger.asKnownNow();
    Optional<TicketReceived> ticket = Optional.ofNullable(now.received());
    Optional<PromiseEntry> promise = now.promises().stream().reduce((earlier, later) -> later);
    return new ClocksAnswer(
        ledger.ticketId(),
        null,
        ledger.asOf(),
        now.facts().size(),
        ticket.map(TicketReceived::reference).orElse(null),
        ticket.map(TicketReceived::account).orElse(null),
        promise.map(PromiseEntry::priority).orElse(null),
        promise.map(made -> made.basis().plan()).orElse(null),
        promise.map(PromiseEntry::edition).orElse(null),
        now.clocks().stream().map(ClocksAnswer::state).toList(),
        now,
        ledger.asKnownThen());
  }

  private static ClockState state(ClockEntry clock) {
    return new ClockState(
        clock.metric(),
        clock.cycle(),
        clock.status(),
        clock.startedAt(),
        clock.deadline(),
        clock.remaining(),
        clock.endedAt(),
        clock.target().within(),
        clock.target().calendar(),
        clock.target().contractual());
  }
}
