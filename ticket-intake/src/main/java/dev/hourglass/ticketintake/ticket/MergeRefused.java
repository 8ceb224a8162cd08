package dev.hourglass.ticketintake.ticket;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The other ticket cannot take this one. Nothing has changed, nothing is said. */
public final class MergeRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Somebody works on it yet, or may again; in the others the customer's words would be lost. */
  private static final Set<TicketStatus> TAKING =
      EnumSet.of(TicketStatus.OPEN, TicketStatus.PAUSED, TicketStatus.SOLVED);

  private MergeRefused(String rule) {
    super(rule);
  }

  /** The rule that was broken, as a sentence about the other ticket. */
  public String rule() {
    return getMessage();
  }

  static void unlessPossible(Ticket ticket, UUID into, @Nullable Ticket target) {
    if (ticket.id().equals(into)) {
      throw new MergeRefused("must be another ticket");
    }
    if (target == null) {
      throw new MergeRefused("must be a ticket that exists");
    }
    if (!TAKING.contains(target.state().status())) {
      throw new MergeRefused("must be " + TAKING + ", and is " + target.state().status());
    }
  }
}
