package dev.hourglass.ticketintake.ticket;

import dev.hourglass.contracts.EventData;
import java.util.List;

/**
 * What came of a command.
 *
 * @param ticket the ticket as it is now
 * @param said what is to be said of it, in this order
 */
public record Decision(Ticket ticket, List<EventData> said) {

  public Decision {
    said = List.copyOf(said);
  }
}
