package dev.hourglass.e2etests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourglass.contracts.alert.RiskReason;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.rating.SatisfactionRated;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.e2etests.Ear.Heard;
import dev.hourglass.sandbox.ReceivedMail;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The journeys of a ticket, seen from outside only: HTTP, Kafka and SMTP. Subclasses say what
 * happens in the middle of each.
 */
abstract class Journeys {

  /** Long enough for a kill and a restart of everything on a slow machine. */
  static final Duration SOON = Duration.ofSeconds(90);

  private static final Pattern SURVEY_LINK =
      Pattern.compile("https?://[^\\s\"<>]+/survey/[^\\s\"<>?]+");

  final Hourglass hourglass = Hourglass.running();
  final Desk desk = new Desk(hourglass::url);

  /** What happens between the steps of every journey. */
  abstract void inTheMiddle();

  @BeforeEach
  void accountsAreThere() {
    desk.publishEditions();
    desk.putAccounts();
  }

  @Test
  @DisplayName("a P1 of a Premier account is confirmed and met")
  void aP1OfAPremierAccountIsConfirmedAndMet() {
    String requester = anyAddress();
    JsonNode ticket = desk.post(desk.ticket("E2E-PREMIER", requester, "SERVICE_DOWN", "NONE"));
    String id = ticket.get("id").textValue();

    inTheMiddle();

    TicketPrioritized promise = hourglass.ear().first(TicketPrioritized.class, id, SOON);
    assertThat(promise.priority()).isEqualTo(Priority.P1);
    assertThat(promise.promise().target(Metric.CONFIRMATION)).isPresent();
    hourglass.ear().first(ConfirmationDelivered.class, id, SOON);
    ReceivedMail mail = onlyMail(requester);
    assertThat(mail.subject()).contains(ticket.get("reference").textValue());
    awaitClock(id, Metric.CONFIRMATION, "MET");
    assertThat(hourglass.ear().all(SlaBreached.class, id)).isEmpty();
    assertThat(desk.ticket(id).get("priority").textValue()).isEqualTo("P1");
  }

  @Test
  @DisplayName("R12, R13: an unanswered ticket is said at risk, then breached, once")
  void anUnansweredTicketIsSaidAtRiskThenBreachedOnce() {
    String id = desk.postId(desk.ticket("E2E-SECONDS", anyAddress(), "SERVICE_DOWN", "NONE"));

    inTheMiddle();

    SlaBreached breach = hourglass.ear().first(SlaBreached.class, id, SOON);
    assertThat(breach.metric()).isEqualTo(Metric.FIRST_REPLY);
    Instant received = hourglass.ear().first(TicketReceived.class, id, SOON).occurredAt();
    assertThat(breach.deadline()).isEqualTo(received.plus(breach.within()));
    List<SlaAtRisk> warnings = warnings(id, Metric.FIRST_REPLY);
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).dueAt()).isBefore(breach.deadline());
    awaitClock(id, Metric.FIRST_REPLY, "BREACHED");

    // What comes later than the breach must not make it be said again.
    desk.command(
        id,
        "replies",
        Http.JSON
            .createObjectNode()
            .put("by", "AGENT")
            .put("visibility", "PUBLIC")
            .put("text", "Sorry for the wait."));
    awaitClock(id, Metric.FIRST_REPLY, "MET_LATE");
    assertThat(breaches(id, Metric.FIRST_REPLY)).hasSize(1);
    assertThat(hourglass.ear().all(SlaBreachWithdrawn.class, id)).isEmpty();
    punctual(breaches(id, Metric.FIRST_REPLY).get(0), breach);
  }

  /** Whether a breach must have been visible within a second of its deadline. */
  void punctual(Heard heard, SlaBreached breach) {
    assertThat(breach.deadline()).isBeforeOrEqualTo(breach.detectedAt());
  }

  @Test
  @DisplayName("R1, R5: a pause moves a deadline by exactly its length")
  void aPauseMovesADeadline() {
    String id = desk.postId(desk.ticket("E2E-PREMIER", anyAddress(), "SERVICE_DOWN", "NONE"));
    awaitClock(id, Metric.RESTORATION, "RUNNING");

    desk.command(id, "pause", Http.JSON.createObjectNode().put("reason", "WAITING_CUSTOMER"));
    awaitClock(id, Metric.RESTORATION, "PAUSED");
    inTheMiddle();
    desk.command(id, "resume", null);
    JsonNode clock = awaitClock(id, Metric.RESTORATION, "RUNNING");

    Instant received = hourglass.ear().first(TicketReceived.class, id, SOON).occurredAt();
    Duration within =
        hourglass
            .ear()
            .first(TicketPrioritized.class, id, SOON)
            .promise()
            .target(Metric.RESTORATION)
            .orElseThrow()
            .within();
    Duration paused =
        Duration.between(
            hourglass.ear().first(TicketPaused.class, id, SOON).occurredAt(),
            hourglass.ear().first(TicketResumed.class, id, SOON).occurredAt());
    assertThat(paused).isPositive();
    assertThat(Instant.parse(clock.get("deadline").textValue()))
        .isEqualTo(received.plus(within).plus(paused));
  }

  @Test
  @DisplayName("S59, R25: solving sends exactly one survey, and a rating comes back as an event")
  void solvingSendsOneSurveyAndARatingComesBack() {
    String requester = anyAddress();
    String id = desk.postId(desk.ticket("E2E-PREMIER", requester, "QUESTION", null));
    hourglass.ear().first(ConfirmationDelivered.class, id, SOON);
    desk.command(id, "solve", null);

    inTheMiddle();

    await("the survey of " + id).atMost(SOON).until(() -> surveys(requester).size() == 1);
    URI link = URI.create(surveys(requester).get(0));
    assertThat(Http.get(link).status()).isEqualTo(200);
    assertThat(hourglass.ear().all(SatisfactionRated.class, id)).isEmpty();
    Http.write("POST", link, "application/x-www-form-urlencoded", "level=4&comment=Quick+and+kind")
        .expect(200, 303);

    SatisfactionRated rated = hourglass.ear().first(SatisfactionRated.class, id, SOON);
    assertThat(rated.level()).isEqualTo(4);
    assertThat(rated.commented()).isTrue();
    await("the rating of " + id + " knows the clocks").atMost(SOON).until(() -> knowsTheClocks(id));
    assertThat(surveys(requester)).hasSize(1);
    // The same answer, said again where something of the clocks was heard after it.
    assertThat(hourglass.ear().all(SatisfactionRated.class, id))
        .allMatch(each -> each.level() == 4 && each.occurredAt().equals(rated.occurredAt()));
  }

  @Test
  @DisplayName("R23: the same POST twice makes one ticket")
  void theSamePostTwiceMakesOneTicket() {
    String requester = anyAddress();
    String key = UUID.randomUUID().toString();
    ObjectNode body = desk.ticket("E2E-PREMIER", requester, "QUESTION", null);
    Http.Answer first = desk.post(body, key).expect(201);

    inTheMiddle();

    Http.Answer second = desk.post(body, key).expect(200, 201);
    assertThat(second.json()).isEqualTo(first.json());
    String id = first.json().get("id").textValue();
    hourglass.ear().first(ConfirmationDelivered.class, id, SOON);
    assertThat(hourglass.ear().all(TicketReceived.class, id)).hasSize(1);
    onlyMail(requester);
    body.put("subject", "something else");
    desk.post(body, key).expect(422);
  }

  @Test
  @DisplayName("S43, K1: a ticket from a Basic account gets 24 hours")
  void aTicketFromABasicAccountGets24Hours() {
    String id = desk.postId(desk.ticket("E2E-BASIC", anyAddress(), "SERVICE_DOWN", "NONE"));

    inTheMiddle();

    TicketPrioritized promise = hourglass.ear().first(TicketPrioritized.class, id, SOON);
    assertThat(promise.promise().target(Metric.CONFIRMATION).orElseThrow().within())
        .isEqualTo(Duration.ofHours(24));
    JsonNode clock = awaitClock(id, Metric.CONFIRMATION, "MET");
    Instant received = hourglass.ear().first(TicketReceived.class, id, SOON).occurredAt();
    assertThat(Instant.parse(clock.get("deadline").textValue()))
        .isEqualTo(received.plus(Duration.ofHours(24)));
  }

  /** The clock of a metric, waited for until it stands so. */
  JsonNode awaitClock(String id, Metric metric, String status) {
    JsonNode[] found = new JsonNode[1];
    await(metric + " of " + id + " is " + status)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(100))
        .ignoreException(java.io.UncheckedIOException.class)
        .until(
            () -> {
              found[0] = desk.clock(id, metric);
              return found[0] != null && status.equals(found[0].get("status").textValue());
            });
    return found[0];
  }

  private ReceivedMail onlyMail(String requester) {
    await("a mail to the requester")
        .atMost(SOON)
        .until(() -> !hourglass.inbox(requester).isEmpty());
    List<ReceivedMail> mails = hourglass.inbox(requester);
    assertThat(mails.stream().map(mail -> mail.headers().get("Message-ID")).distinct()).hasSize(1);
    return mails.get(0);
  }

  private boolean knowsTheClocks(String id) {
    return hourglass.ear().all(SatisfactionRated.class, id).stream()
        .flatMap(each -> each.outcomes().stream())
        .anyMatch(each -> each.metric() == Metric.CONFIRMATION);
  }

  /**
   * The links of the surveys to a requester. A kill between the mail server's acceptance and our
   * commit may repeat a mail under the same Message-ID; that is one survey.
   */
  private List<String> surveys(String requester) {
    Map<String, String> links = new LinkedHashMap<>();
    for (ReceivedMail mail : hourglass.inbox(requester)) {
      Matcher link = SURVEY_LINK.matcher(mail.text());
      if (link.find()) {
        links.put(mail.headers().get("Message-ID"), link.group());
      }
    }
    return List.copyOf(links.values());
  }

  private List<SlaAtRisk> warnings(String id, Metric metric) {
    return hourglass.ear().all(SlaAtRisk.class, id).stream()
        .filter(warning -> warning.reason() == RiskReason.WARNING_POINT)
        .filter(warning -> warning.metric() == metric)
        .toList();
  }

  private List<Heard> breaches(String id, Metric metric) {
    return hourglass.ear().heard(SlaBreached.class, id).stream()
        .filter(heard -> ((SlaBreached) heard.event().data()).metric() == metric)
        .toList();
  }

  static String anyAddress() {
    return "requester-" + UUID.randomUUID() + "@example.com";
  }
}
