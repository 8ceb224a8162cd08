package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.prioritizer.account.EmailAddress;
import dev.hourglass.prioritizer.account.Member;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tickets as ticket-intake says them, for those who hear them without Kafka. */
final class CreatedTickets {

  static final List<Member> ADMINISTRATORS =
      List.of(new Member(new EmailAddress("ada@acme.example"), Role.ADMIN, null));

  private CreatedTickets() {}

  /** An outage that an administrator of the account reports. */
  static Event<TicketSaid> outage(String account, UUID id, Instant receivedAt) {
    return said(
        id,
        receivedAt,
        new TicketContent(
            "HG-7K2M9Q",
            account,
            new Requester("ada@acme.example", "Ada", null),
            Channel.WEB,
            Queue.TECHNICAL,
            "All meetings are gone",
            "See subject.",
            Impact.SERVICE_DOWN,
            Workaround.NONE,
            "de",
            true));
  }

  private static Event<TicketSaid> said(UUID id, Instant receivedAt, TicketContent content) {
    return Event.of(
        Topics.TICKET_INTAKE, receivedAt, 1, new TicketCreated(id, receivedAt, content));
  }
}
