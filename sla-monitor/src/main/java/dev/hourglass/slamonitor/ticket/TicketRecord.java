package dev.hourglass.slamonitor.ticket;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.clocks.alert.Said;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.alert.ClocksChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the monitor keeps of one ticket: the facts it heard, what it said, and when to look again.
 *
 * @param due when to look again, in milliseconds since 1970; {@link #NEVER} if only a fact can
 *     change anything
 * @param warnings how many warnings were said, the last {@code sequence} on that topic
 * @param breaches the same for breaches and withdrawals
 * @param clocks the last state that was said; missing before the first
 * @param shrunkAt when a ticket long over was shrunk to this marker
 */
public record TicketRecord(
    List<HeardFact> facts,
    Said said,
    long due,
    long warnings,
    long breaches,
    @Nullable ClocksChanged clocks,
    @Nullable Instant shrunkAt) {

  /** No instant is due: only a fact can change anything. */
  public static final long NEVER = Long.MAX_VALUE;

  public TicketRecord {
    facts = listOf(facts);
  }

  public static TicketRecord empty() {
    return new TicketRecord(List.of(), Said.nothing(), NEVER, 0, 0, null, null);
  }

  /** Whether this event has been heard before. */
  public boolean knows(String eventId) {
    return facts.stream().anyMatch(fact -> fact.id().equals(eventId));
  }

  public boolean shrunk() {
    return shrunkAt != null;
  }

  public TicketRecord with(HeardFact fact) {
    List<HeardFact> all = new ArrayList<>(facts);
    all.add(fact);
    return new TicketRecord(all, said, due, warnings, breaches, clocks, shrunkAt);
  }

  public TicketRecord dueAt(long millis) {
    return new TicketRecord(facts, said, millis, warnings, breaches, clocks, shrunkAt);
  }

  TicketRecord shrunkTo(Instant at) {
    return new TicketRecord(List.of(), Said.nothing(), due, warnings, breaches, null, at);
  }

  /** How many clocks somebody still has to stop, as last said. */
  public int openClocks() {
    return clocks == null
        ? 0
        : (int) clocks.clocks().stream().filter(clock -> clock.stoppedAt() == null).count();
  }
}
