package dev.hourglass.ticketintake.ticket;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ticket's state does not allow the command. Nothing has changed, nothing is said. */
public final class CommandRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final TicketState state;
  private final Command command;
  private final List<String> allowed;

  CommandRefused(TicketState state, Command command, Set<Command> allowed) {
    super("a ticket that is " + state.status() + " does not allow '" + command.word() + "'");
    this.state = state;
    this.command = command;
    this.allowed = Command.words(allowed);
  }

  /** Where the ticket stands. */
  public TicketStatus state() {
    return state.status();
  }

  /** Where it goes on, if it was merged. */
  public @Nullable UUID mergedInto() {
    return state.mergedInto();
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
