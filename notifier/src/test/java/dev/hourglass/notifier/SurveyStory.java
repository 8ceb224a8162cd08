package dev.hourglass.notifier;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.delivery.DeliveryWorker;
import dev.hourglass.sandbox.ReceivedMail;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tickets that are solved, and what their requesters get and answer. */
final class SurveyStory {

  static final Duration SOON = Duration.ofSeconds(90);

  private static final Pattern LINK = Pattern.compile("http://localhost:8084(/survey/[^?\\s]+)");

  private SurveyStory() {}

  /** Times as in production: nothing goes by itself, tests crank the worker. */
  public static final class Unhurried implements QuarkusTestProfile {

    static final Duration DELAY = Duration.ofHours(1);
    static final Duration REMIND_AFTER = Duration.ofDays(3);
    static final Duration COOL_DOWN = Duration.ofDays(30);

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "notifier.survey.delay", "1h",
          "notifier.survey.reminders", "2",
          "notifier.survey.remind-after", "3d",
          "notifier.survey.cool-down", "30d");
    }
  }

  /** Another ticket of the same requester. */
  static AnyTicket another(AnyTicket ticket) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return new AnyTicket(id, "HG-" + id.toString().substring(28), ticket.email(), ticket.locale());
  }

  /** Says that a ticket was solved, and waits until its survey waits. */
  static void solved(AnyTicket ticket, Instant at) {
    Broker.say(Topics.TICKETS, ticket.created());
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
    Broker.say(Topics.TIMINGS, ticket.fact(10, new TicketSolved(ticket.id(), at, 1)));
    await().atMost(SOON).until(() -> states(ticket, "SURVEY").size() == 1);
  }

  /** The states of the deliveries of a kind, first due first. */
  static List<String> states(AnyTicket ticket, String kind) {
    return deliveries(ticket, kind, "state");
  }

  static List<String> reasons(AnyTicket ticket, String kind) {
    return deliveries(ticket, kind, "reason");
  }

  /** When each delivery of a kind is due, first due first. */
  static List<Instant> due(AnyTicket ticket, String kind) {
    return deliveries(ticket, kind, "dueAt").stream().map(Instant::parse).toList();
  }

  static Instant surveySentAt(AnyTicket ticket) {
    return Instant.parse(deliveries(ticket, "SURVEY", "sentAt").get(0));
  }

  private static List<String> deliveries(AnyTicket ticket, String kind, String field) {
    return get("/deliveries?ticketId=" + ticket.id())
        .path("items.findAll{it.kind=='" + kind + "'}.sort{it.dueAt}." + field);
  }

  /** The surveys and reminders about a ticket that its requester got. */
  static List<ReceivedMail> mails(AnyTicket ticket) {
    return Inbox.of(ticket.email()).stream()
        .filter(mail -> mail.text().contains("/survey/"))
        .filter(mail -> mail.subject().contains(ticket.reference()))
        .toList();
  }

  /**
   * Cranks the worker from an instant on, a second further each time, until a ticket's requester
   * has so many of them: a slow relay may want a second attempt.
   */
  static List<ReceivedMail> sent(DeliveryWorker worker, Instant from, AnyTicket ticket, int many) {
    AtomicInteger seconds = new AtomicInteger();
    await()
        .atMost(SOON)
        .until(
            () -> {
              worker.runOnce(from.plusSeconds(seconds.getAndIncrement()));
              return mails(ticket).size() == many;
            });
    return mails(ticket);
  }

  /** How often the survey of a ticket has been tried. */
  static int attempts(AnyTicket ticket) {
    List<Integer> attempts =
        get("/deliveries?ticketId=" + ticket.id())
            .path("items.findAll{it.kind=='SURVEY'}.attempts");
    return attempts.get(0);
  }

  /** The path of the survey page in a mail. */
  static String page(ReceivedMail mail) {
    Matcher link = LINK.matcher(mail.text());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  static Response answer(String page, int level) {
    return RestAssured.given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("level", level)
        .post(page);
  }
}
