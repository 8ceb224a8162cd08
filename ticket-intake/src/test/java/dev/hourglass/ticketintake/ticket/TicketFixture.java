package dev.hourglass.ticketintake.ticket;

import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import java.time.Instant;
import java.util.UUID;

/** Tickets to start from. */
final class TicketFixture {

  static final UUID ID = UUID.fromString("01939b6e-0000-7000-8000-000000000001");
  static final UUID OTHER = UUID.fromString("01939b6e-0000-7000-8000-000000000002");
  static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
  static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  static final Instant ELEVEN = Instant.parse("2026-11-22T11:00:00Z");

  private TicketFixture() {}

  static NewTicket properPost() {
    return post(Channel.WEB, "ACME-1", "It is down.", null);
  }

  static NewTicket improperPost() {
    return post(Channel.CHAT, null, null, null);
  }

  static NewTicket post(Channel channel, String account, String description, Instant receivedAt) {
    return new NewTicket(
        account,
        new Requester("ada@acme.example", "Ada", null),
        channel,
        Queue.TECHNICAL,
        "Down",
        description,
        null,
        null,
        null,
        receivedAt,
        null);
  }

  static Ticket openTicket() {
    return Ticket.receive(ID, "HG-2345678", properPost(), NINE).ticket();
  }

  static Ticket otherTicket() {
    return Ticket.receive(OTHER, "HG-3456789", properPost(), NINE).ticket();
  }

  static Ticket improperTicket() {
    return Ticket.receive(ID, "HG-2345678", improperPost(), NINE).ticket();
  }

  static Ticket pausedTicket(PauseReason reason) {
    return openTicket().pause(reason, NINE).ticket();
  }

  static Ticket solvedTicket() {
    return openTicket().solve(NINE).ticket();
  }

  static Ticket closedTicket() {
    return solvedTicket().close(NINE).ticket();
  }

  static Ticket cancelledTicket() {
    return openTicket().cancel(NINE).ticket();
  }
}
