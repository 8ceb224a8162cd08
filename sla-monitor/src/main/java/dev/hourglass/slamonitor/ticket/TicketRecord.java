package dev.hourglass.slamonitor.ticket;

import dev.hourglass.clocks.alert.PreparedBreach;
import dev.hourglass.clocks.alert.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the monitor keeps of a ticket beside its facts: what was said of it and when to look again.
 *
 * @param due when to look again, in milliseconds since 1970; {@link #NEVER} if only a fact can
 *     change anything
 * @param warnings how many warnings were said, the last {@code sequence} on that topic
 * @param breaches the same for breaches and withdrawals
 * @param version of the state that was said last; 0 before the first
 * @param state what that state was, in short, to see whether another is to be said
 * @param openClocks how many clocks of it somebody still had to stop
 * @param shrunkAt when a ticket long over was shrunk to this marker
 */
public record TicketRecord(
    Said said,
    long due,
    long warnings,
    long breaches,
    long version,
    @Nullable String state,
    int openClocks,
    @Nullable Instant shrunkAt) {

  /** No instant is due: only a fact can change anything. */
  public static final long NEVER = Long.MAX_VALUE;

  public static TicketRecord empty() {
    return new TicketRecord(Said.nothing(), NEVER, 0, 0, 0, null, 0, null);
  }

  public boolean shrunk() {
    return shrunkAt != null;
  }

  /** With breaches that were prepared and have been said since. */
  public TicketRecord andSaid(List<PreparedBreach> prepared) {
    return prepared.isEmpty()
        ? this
        : new TicketRecord(
            said.andSaid(prepared),
            due,
            warnings,
            breaches + prepared.size(),
            version,
            state,
            openClocks,
            shrunkAt);
  }

  TicketRecord dueAt(long millis) {
    return new TicketRecord(said, millis, warnings, breaches, version, state, openClocks, shrunkAt);
  }

  TicketRecord shrunkTo(Instant at) {
    return new TicketRecord(Said.nothing(), due, warnings, breaches, version, null, 0, at);
  }
}
