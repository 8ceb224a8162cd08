package dev.hourglass.ticketintake.postgres;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.ticket.TicketSaid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many events of a ticket each topic carries; counted under the lock of the ticket's row, so
 * that they are gapless and in order.
 */
record Sequences(long tickets, long timings) {

  static final Sequences NONE = new Sequences(0, 0);

  /** An event and where it goes. */
  record Addressed(Topic<? extends EventData> topic, Event<?> event) {}

  /** The counters after so many events more. */
  Sequences after(List<EventData> said) {
    long content = said.stream().filter(TicketSaid.class::isInstance).count();
    return new Sequences(tickets + content, timings + said.size() - content);
  }

  /** Numbers what is said from these counters on. */
  List<Addressed> number(List<EventData> said, Instant now) {
    long nextTickets = tickets;
    long nextTimings = timings;
    List<Addressed> events = new ArrayList<>();
    for (EventData data : said) {
      boolean content = data instanceof TicketSaid;
      long sequence = content ? ++nextTickets : ++nextTimings;
      events.add(
          new Addressed(
              content ? Topics.TICKETS : Topics.TIMINGS,
              Event.of(Topics.TICKET_INTAKE, now, sequence, data)));
    }
    return events;
  }
}
