package dev.hourglass.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.RiskReason;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Alerts as sla-monitor says them, about an account of their own, and who subscribes to them. */
final class AlertFixtures {

  /** No other test's alerts are about it. */
  final String account = "A-" + UUID.randomUUID();

  final String mailbox = "ops." + UUID.randomUUID() + "@ops.example";

  private final Instant now;

  /**
   * @param now when the monitor sees what it says
   */
  AlertFixtures(Instant now) {
    this.now = now;
  }

  Event<Alert> breach(UUID ticketId) {
    return breach(ticketId, now, false, 1);
  }

  Event<Alert> lateBreach(UUID ticketId) {
    return breach(ticketId, now, true, 1);
  }

  Event<Alert> breach(UUID ticketId, Instant seen, boolean late, long sequence) {
    return event(
        sequence,
        new SlaBreached(
            ticketId,
            Metric.FIRST_REPLY,
            1,
            0,
            seen.minusMillis(late ? 90_000 : 400),
            seen,
            late ? 90_000 : 400,
            late,
            Evidence.COMPLETE,
            true,
            Duration.ofHours(1),
            reference(ticketId),
            account,
            Priority.P1,
            Plan.PREMIER,
            "2021"));
  }

  Event<Alert> withdrawal(Event<Alert> breach) {
    SlaBreached said = (SlaBreached) breach.data();
    return event(
        breach.sequence() + 1,
        new SlaBreachWithdrawn(
            said.ticketId(),
            said.metric(),
            1,
            1,
            breach.id(),
            said.deadline(),
            said.detectedAt().plusSeconds(1),
            WithdrawnBecause.STOPPED_IN_TIME,
            said.reference(),
            account));
  }

  Event<Alert> warning(UUID ticketId) {
    return event(
        1,
        new SlaAtRisk(
            ticketId,
            RiskReason.WARNING_POINT,
            Metric.FIRST_REPLY,
            1,
            1,
            now,
            now.plusSeconds(600),
            now,
            0,
            reference(ticketId),
            account,
            Priority.P1,
            Plan.PREMIER,
            "2021"));
  }

  Event<Alert> escalation(UUID ticketId, int level, String to) {
    return event(
        level + 1,
        new TicketEscalated(
            ticketId,
            Metric.FIRST_REPLY,
            1,
            level,
            0,
            to,
            "mail",
            now,
            now,
            now.plusMillis(level),
            0,
            Evidence.INCOMPLETE,
            reference(ticketId),
            account,
            Priority.P1,
            Plan.PREMIER,
            "2021"));
  }

  /** Says alerts in their order. */
  @SafeVarargs
  static void say(Event<Alert>... alerts) {
    for (Event<Alert> alert : alerts) {
      Broker.say(
          alert.data() instanceof SlaAtRisk ? Topics.SLA_WARNINGS : Topics.SLA_BREACHES, alert);
    }
  }

  static UUID ticket() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  static String reference(UUID ticketId) {
    return "HG-" + ticketId.toString().substring(28).toUpperCase(java.util.Locale.ROOT);
  }

  /** Subscribes a mailbox to all alerts about the account. */
  String mail(String furtherMail, String furtherFilter) {
    return made(
        """
        {"name": "Team leads", "filter": {"accounts": ["%s"]%s},
         "mail": {"addresses": ["%s"]%s}}
        """
            .formatted(account, furtherFilter, mailbox, furtherMail));
  }

  /** Subscribes a webhook to all alerts about the account. */
  Response webhook(String url, String further) {
    Response made =
        post(
            """
            {"name": "Paging", "filter": {"accounts": ["%s"]}, "webhook": {"url": "%s"}%s}
            """
                .formatted(account, url, further));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made;
  }

  static String made(String body) {
    Response made = post(body);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("id");
  }

  static Response post(String body) {
    return given().contentType("application/json").body(body).post("/subscriptions");
  }

  private static Event<Alert> event(long sequence, Alert alert) {
    return Event.withId(
        UUID.randomUUID().toString(), Topics.SLA_MONITOR, alert.detectedAt(), sequence, alert);
  }
}
