package dev.hourglass.ticketintake.ticket;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.ticketintake.ticket.Command.CANCEL;
import static dev.hourglass.ticketintake.ticket.Command.CLOSE;
import static dev.hourglass.ticketintake.ticket.Command.COMPLETE;
import static dev.hourglass.ticketintake.ticket.Command.PAUSE;
import static dev.hourglass.ticketintake.ticket.Command.PRIORITY;
import static dev.hourglass.ticketintake.ticket.Command.REOPEN;
import static dev.hourglass.ticketintake.ticket.Command.REPLIES;
import static dev.hourglass.ticketintake.ticket.Command.RESTORE;
import static dev.hourglass.ticketintake.ticket.Command.RESUME;
import static dev.hourglass.ticketintake.ticket.Command.SOLVE;

import dev.hourglass.contracts.promise.PauseReason;
import java.util.Set;

/**
 * Where a ticket stands. The legal transitions are the methods of the states:
 *
 * <pre>
 *                 pause
 *   receive   ┌──────────▶ PAUSED ──────┐
 *      │      │            │  ▲         │ cancel
 *      ▼      │   resume   │  │         ▼
 *     OPEN ◀──┴────────────┘  │      CANCELLED
 *     │ ▲ └───────────────────┼────────▶┘ cancel
 *     │ │                     │
 *     │ │ reopen (cycle + 1)  │
 *     ▼ │                     │
 *    SOLVED ◀─────────────────┘ solve, the wait is closed first (R2)
 *       │
 *       └──▶ CLOSED   close
 * </pre>
 *
 * <p>replies (OPEN, PAUSED, SOLVED), restore, priority and complete (OPEN, PAUSED) change no state,
 * but a reply may pause an open ticket and a public reply of the requester ends a wait for the
 * customer. CLOSED and CANCELLED are final.
 */
public sealed interface TicketState {

  /** The name of this state. */
  TicketStatus status();

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
      return Set.of(REPLIES, PAUSE, RESTORE, SOLVE, PRIORITY, CANCEL, COMPLETE);
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
      return Set.of(REPLIES, RESUME, RESTORE, SOLVE, PRIORITY, CANCEL, COMPLETE);
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
}
