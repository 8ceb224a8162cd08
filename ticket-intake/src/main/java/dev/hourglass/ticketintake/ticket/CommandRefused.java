package dev.hourglass.ticketintake.ticket;

import java.util.List;
import java.util.Set;

/** The ticket's state does not allow the command. Nothing has changed, nothing is said. */
public final class CommandRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final TicketStatus state;
  private final Command command;
  private final List<String> allowed;

  CommandRefused(TicketStatus state, Command command, Set<Command> allowed) {
    super("a ticket that is " + state + " does not allow '" + command.word() + "'");
    this.state = state;
    this.command = command;
    this.allowed = Command.words(allowed);
  }

  /** Where the ticket stands. */
  public TicketStatus state() {
    return state;
  }

  /** What was refused; PAUSE where a reply wanted to pause. */
  public Command command() {
    return command;
  }

  /** The words of the commands that are legal now. */
  public List<String> allowed() {
    return allowed;
  }
}
