package dev.hourglass.slamonitor.ticket;

import dev.hourglass.clocks.alert.Said;
import dev.hourglass.contracts.alert.ClocksChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the monitor keeps of one ticket beside its facts: what it said, and when to look again.
 *
 * @param due when to look again, in milliseconds since 1970; {@link #NEVER} if only a fact can
 *     change anything
 * @param warnings how many warnings were said, the last {@code sequence} on that topic
 * @param breaches the same for breaches and withdrawals
 * @param clocks the last state that was said; missing before the first
 * @param shrunkAt when a ticket long over was shrunk to this marker
 */
public record TicketRecord(
    Said said,
    long due,
    long warnings,
    long breaches,
    @Nullable ClocksChanged clocks,
    @Nullable Instant shrunkAt) {

  /** No instant is due: only a fact can change anything. */
  public static final long NEVER = Long.MAX_VALUE;

  public static TicketRecord empty() {
    return new TicketRecord(Said.nothing(), NEVER, 0, 0, null, null);
  }

  public boolean shrunk() {
    return shrunkAt != null;
  }

  public TicketRecord dueAt(long millis) {
    return new TicketRecord(said, millis, warnings, breaches, clocks, shrunkAt);
  }

  TicketRecord shrunkTo(Instant at) {
    return new TicketRecord(Said.nothing(), due, warnings, breaches, null, at);
  }

  /** How many clocks somebody still has to stop, as last said. */
  public int openClocks() {
    return clocks == null
        ? 0
        : (int) clocks.clocks().stream().filter(clock -> clock.stoppedAt() == null).count();
  }
}
