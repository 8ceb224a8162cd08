package dev.hourglass.ticketintake.ticket;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.ticketintake.ticket.Command.CANCEL;
import static dev.hourglass.ticketintake.ticket.Command.CLOSE;
import static dev.hourglass.ticketintake.ticket.Command.COMPLETE;
import static dev.hourglass.ticketintake.ticket.Command.DEADLINE;
import static dev.hourglass.ticketintake.ticket.Command.MERGE;
import static dev.hourglass.ticketintake.ticket.Command.PAUSE;
import static dev.hourglass.ticketintake.ticket.Command.PRIORITY;
import static dev.hourglass.ticketintake.ticket.Command.REOPEN;
import static dev.hourglass.ticketintake.ticket.Command.REPLIES;
import static dev.hourglass.ticketintake.ticket.Command.RESTORE;
import static dev.hourglass.ticketintake.ticket.Command.RESUME;
import static dev.hourglass.ticketintake.ticket.Command.SOLVE;

import dev.hourglass.contracts.promise.PauseReason;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands. The legal transitions are the methods of the states:
 *
 * <pre>
 *                 pause
 *   receive   ┌──────────▶ PAUSED ──────┐
 *      │      │            │  ▲         │ cancel, merge
 *      ▼      │   resume   │  │         ▼
 *     OPEN ◀──┴────────────┘  │      CANCELLED, MERGED
 *     │ ▲ └───────────────────┼────────▶┘ cancel, merge
 *     │ │                     │
 *     │ │ reopen (cycle + 1)  │
 *     ▼ │                     │
 *    SOLVED ◀─────────────────┘ solve, the wait is closed first (R2)
 *       │
 *       └──▶ CLOSED   close
 * </pre>
 *
 * <p>replies (OPEN, PAUSED, SOLVED), restore, priority, deadline and complete (OPEN, PAUSED) change
 * no state, but a reply may pause an open ticket and a public reply of the requester ends a wait
 * for the customer. CLOSED, CANCELLED and MERGED are final.
 */
public sealed interface TicketState {

  /** The name of this state. */
  TicketStatus status();

  /** The ticket in which it goes on; there is one only where it was merged. */
  default @Nullable UUID mergedInto() {
    return null;
  }

  /** The commands that are legal here, as far as the state alone decides. */
  Set<Command> allowed();

  /** Work goes on. */
  record Open() implements TicketState {

    @Override
    public TicketStatus status() {
      return TicketStatus.OPEN;
    }

    @Override
    public Set<Command> allowed() {
      return Set.of(REPLIES, PAUSE, RESTORE, SOLVE, PRIORITY, DEADLINE, CANCEL, MERGE, COMPLETE);
    }

    Paused pause(PauseReason reason) {
      return new Paused(reason);
    }

    Solved solve() {
      return new Solved();
    }

    Cancelled cancel() {
      return new Cancelled();
    }

    Merged merge(UUID into) {
      return new Merged(into);
    }
  }

  /** It waits for somebody; it leaves this state only by resuming. */
  record Paused(PauseReason reason) implements TicketState {

    public Paused {
      required(reason, "reason");
    }

    @Override
    public TicketStatus status() {
      return TicketStatus.PAUSED;
    }

    @Override
    public Set<Command> allowed() {
      return Set.of(REPLIES, RESUME, RESTORE, SOLVE, PRIORITY, DEADLINE, CANCEL, MERGE, COMPLETE);
    }

    Open resume() {
      return new Open();
    }
  }

  /** Done; the customer may still disagree. */
  record Solved() implements TicketState {

    @Override
    public TicketStatus status() {
      return TicketStatus.SOLVED;
    }

    @Override
    public Set<Command> allowed() {
      return Set.of(REPLIES, REOPEN, CLOSE);
    }

    Open reopen() {
      return new Open();
    }

    Closed close() {
      return new Closed();
    }
  }

  /** Over. */
  record Closed() implements TicketState {

    @Override
    public TicketStatus status() {
      return TicketStatus.CLOSED;
    }

    @Override
    public Set<Command> allowed() {
      return Set.of();
    }
  }

  /** Withdrawn. */
  record Cancelled() implements TicketState {

    @Override
    public TicketStatus status() {
      return TicketStatus.CANCELLED;
    }

    @Override
    public Set<Command> allowed() {
      return Set.of();
    }
  }

  /** It goes on in another ticket. */
  record Merged(UUID into) implements TicketState {

    public Merged {
      required(into, "into");
    }

    @Override
    public TicketStatus status() {
      return TicketStatus.MERGED;
    }

    @Override
    public UUID mergedInto() {
      return into;
    }

    @Override
    public Set<Command> allowed() {
      return Set.of();
    }
  }
}
