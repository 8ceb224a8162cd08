package dev.hourglass.ticketintake.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be asked of a ticket; the state and the ticket decide which of it is legal. */
public enum Command {
  /** Write on the ticket. */
  REPLIES,
  /** Wait for somebody. */
  PAUSE,
  /** Stop waiting. */
  RESUME,
  /** Say that the service works again for the customer. */
  RESTORE,
  /** Say that it is done. */
  SOLVE,
  /** Take "done" back: a new cycle. */
  REOPEN,
  /** End it for good after it was solved. */
  CLOSE,
  /** Set the priority by hand. */
  PRIORITY,
  /** Set the deadline of one clock by hand. */
  DEADLINE,
  /** Withdraw it. */
  CANCEL,
  /** Let it go on in another ticket. */
  MERGE,
  /** Add what an improper ticket lacks (K15). */
  COMPLETE;

  /** The last segment of the command's path, and its name in every answer. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words of some commands, in the order of their declaration. */
  static List<String> words(java.util.Set<Command> commands) {
    return Arrays.stream(values()).filter(commands::contains).map(Command::word).toList();
  }
}
