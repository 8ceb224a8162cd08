package dev.hourglass.prioritizer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.TicketAmended;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketReprioritized;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Tickets as ticket-intake says them. */
final class TicketFixture {

  private TicketFixture() {}

  static TicketContent outageOf(String account, String email, Role role) {
    return content(
        account,
        new Requester(email, "Ada", role),
        "All meetings are gone",
        "See subject.",
        Impact.SERVICE_DOWN,
        Workaround.NONE,
        true);
  }

  static TicketContent textOf(String account, String subject, String description) {
    return content(
        account,
        new Requester("ada@acme.example", "Ada", Role.ADMIN),
        subject,
        description,
        null,
        null,
        true);
  }

  static TicketContent improper() {
    return content(null, new Requester(null, null, null), null, "Rang off.", null, null, false);
  }

  private static TicketContent content(
      String account,
      Requester requester,
      String subject,
      String description,
      Impact impact,
      Workaround workaround,
      boolean proper) {
    return new TicketContent(
        "HG-7K2M9Q",
        account,
        requester,
        proper ? Channel.WEB : Channel.PHONE,
        Queue.TECHNICAL,
        subject,
        description,
        impact,
        workaround,
        "de",
        proper);
  }

  static Event<TicketCreated> created(UUID ticketId, TicketContent content) {
    Instant now = now();
    return created(ticketId, content, now, now);
  }

  static Event<TicketCreated> created(
      UUID ticketId, TicketContent content, Instant receivedAt, Instant loggedAt) {
    return Event.of(
        Topics.TICKET_INTAKE, loggedAt, 1, new TicketCreated(ticketId, receivedAt, content));
  }

  /** Tickets come after the accounts that a test has put. */
  private static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  static Event<TicketAmended> amended(UUID ticketId, long sequence, TicketContent content) {
    Instant at = now().plusSeconds(60);
    return Event.of(Topics.TICKET_INTAKE, at, sequence, new TicketAmended(ticketId, at, content));
  }

  static Event<TicketReprioritized> reprioritized(UUID ticketId, long sequence, Priority priority) {
    Instant at = now().plusSeconds(120);
    return Event.of(
        Topics.TICKET_INTAKE, at, sequence, new TicketReprioritized(ticketId, at, priority));
  }

  static Event<TicketClosed> closed(UUID ticketId, long sequence) {
    Instant at = now().plusSeconds(300);
    return Event.of(Topics.TICKET_INTAKE, at, sequence, new TicketClosed(ticketId, at));
  }

  /** Puts an account of which Ada is an administrator who reads Austrian German. */
  static void putAccount(String number, String type, String plan, String edition) {
    given()
        .contentType("application/json")
        .body(
            """
            {"name": "Acme", "type": "%s", "plan": "%s", %s"country": "DE",
             "timeZone": "Europe/Berlin", "language": "de",
             "members": [{"email": "ada@acme.example", "role": "ADMIN", "language": "de-AT"}]}"""
                .formatted(type, plan, edition))
        .put("/accounts/" + number)
        .then()
        .statusCode(anyOf(equalTo(200), equalTo(201)));
  }
}
