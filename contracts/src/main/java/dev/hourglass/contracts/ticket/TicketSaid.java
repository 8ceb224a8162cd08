package dev.hourglass.contracts.ticket;

import dev.hourglass.contracts.EventData;
import java.time.Instant;
import java.util.UUID;

/** What the {@code tickets} topic carries. */
public sealed interface TicketSaid extends EventData permits TicketCreated, TicketAmended {

  UUID ticketId();

  /** When it happened, in the data's own time (UTC). */
  Instant occurredAt();

  /** The whole content as of this event. */
  TicketContent content();

  @Override
  default String subject() {
    return ticketId().toString();
  }
}
