package dev.hourglass.slamonitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.Visibility;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "sla_monitor"))
class LedgerOnTheRealBrokerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration HOUR = Duration.ofHours(1);

  private final UUID ticketId = UUID.randomUUID();
  private final Facts facts = new Facts(ticketId);
  private final TopicLog log = TopicLog.shared();
  private final Instant received = Instant.now().minus(HOUR).truncatedTo(ChronoUnit.SECONDS);

  @BeforeEach
  void publishTheEdition() {
    log.say(Topics.EDITIONS, Facts.edition(Facts.EDITION, received));
  }

  @Test
  @DisplayName("every moment of a clock has its reason, and a redelivered fact changes nothing")
  void tellsTheIntervals() {
    Event<Fact> pause = facts.paused(received.plusSeconds(600));
    say(facts.received(received), promise(Duration.ofHours(4)), pause, pause);
    say(facts.resumed(received.plusSeconds(1_800)));

    ledgerOnceHeard(4)
        .body("asKnownThen", nullValue())
        .body("asKnownNow.clocks", hasSize(1))
        .body("asKnownNow.clocks[0].paused", equalTo("PT20M"))
        .body("asKnownNow.clocks[0].outOfHours", equalTo("PT0S"))
        .body("asKnownNow.clocks[0].intervals.reason", contains("RUNNING", "PAUSED", "RUNNING"))
        .body("asKnownNow.clocks[0].intervals[1].pause.eventId", equalTo(pause.id()))
        .body("asKnownNow.clocks[0].intervals[1].to", equalTo(received.plusSeconds(1_800) + ""))
        .body("asKnownNow.promises[0].edition", equalTo(Facts.EDITION))
        .body("asKnownNow.facts[2].moves[0].metric", equalTo("FIRST_REPLY"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                given()
                    .get("/clocks/" + ticketId)
                    .then()
                    .statusCode(200)
                    .body("reference", equalTo("HG-1"))
                    .body("clocks[0].status", equalTo("RUNNING"))
                    .body("asKnownNow.clocks[0].paused", equalTo("PT20M")));
  }

  @Test
  @DisplayName("R13: as of an instant, as known then and as known now")
  void tellsWhatWasKnownThen() {
    say(facts.received(received), promise(Duration.ofMinutes(30)));
    ledgerOnceHeard(2);
    Instant then = Instant.now();
    // Its speaker was away for long: it is said only now.
    say(facts.replied(received.plusSeconds(60)));

    ledgerOnceHeard(3);
    for (String path : new String[] {"/clocks/" + ticketId, "/clocks/" + ticketId + "/ledger"}) {
      given()
          .queryParam("at", then.toString())
          .get(path)
          .then()
          .statusCode(200)
          .body("asOf", equalTo(then.toString()))
          .body("asKnownThen.clocks[0].status", equalTo("BREACHED"))
          .body("asKnownThen.clocks[0].breachedAt", equalTo(received.plusSeconds(1_800) + ""))
          .body("asKnownThen.facts", hasSize(2))
          .body("asKnownNow.clocks[0].status", equalTo("MET"))
          .body("asKnownNow.facts.flags.flatten()", hasItem("HEARD_LATER"));
    }
    given()
        .queryParam("at", then.toString())
        .get("/clocks/" + ticketId)
        .then()
        .body("version", nullValue())
        .body("clocks[0].status", equalTo("MET"))
        .body("edition", equalTo(Facts.EDITION));
  }

  @Test
  void anInstantBeforeTheTicketHasNoClocks() {
    say(facts.received(received), promise(HOUR));
    ledgerOnceHeard(2);
    given()
        .get("/clocks/" + ticketId + "?at=" + received.minusMillis(1))
        .then()
        .statusCode(200)
        .body("clocks", empty())
        .body("facts", equalTo(0));
  }

  @Test
  @DisplayName("facts of a ticket that nobody has received yet are told, and clocks when it is")
  void factsMayComeBeforeTheirTicket() {
    say(facts.replied(received.plusSeconds(5)));
    ledgerOnceHeard(1).body("asKnownNow.clocks", empty());
    given().get("/clocks/" + ticketId).then().statusCode(404);
    say(promise(HOUR), facts.received(received));
    ledgerOnceHeard(3).body("asKnownNow.clocks[0].status", equalTo("MET"));
  }

  @Test
  void whatIsNoFactIsPassedOver() {
    String key = ticketId.toString();
    log.say(Topics.TIMINGS.name(), key, "{no".getBytes(StandardCharsets.UTF_8));
    say(facts.received(received));
    ledgerOnceHeard(1).body("asKnownNow.facts[0].type", equalTo("TicketReceived"));
  }

  @Test
  @DisplayName("R8: the page tells every time with its offset, runs no script and loads nothing")
  void showsThePage() {
    String nasty = "<script>alert(1)</script>";
    Fact reply = new TicketReplied(ticketId, received, Author.AGENT, Visibility.PUBLIC);
    say(facts.received(received), promise(HOUR));
    log.say(Topics.TIMINGS, Event.withId(nasty, "ticket-intake", received, 9, reply));
    ledgerOnceHeard(3);
    Instant then = Instant.now();
    var shown = given().get("/clocks/" + ticketId + "/page");

    shown
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(not(containsString("<script")))
        .body(containsString("&lt;script&gt;"));
    assertThat(shown.asString())
        .contains("HG-1", "First reply", "Counts", "+00:00</time>")
        .doesNotContain("As known then");
    say(facts.replied(received.minusSeconds(60)));
    ledgerOnceHeard(4);
    assertThat(given().get("/clocks/" + ticketId + "/page?at=" + then).asString())
        .contains("As known then", "As known now", "heard of later", "dated before the ticket");
  }

  @Test
  @DisplayName("R22: ledger and page tell the levels, whom they call and who acknowledged")
  void showsLevelsAndAcknowledgements() {
    Duration minute = Duration.ofMinutes(1);
    Target escalated =
        Facts.target(Metric.FIRST_REPLY, minute)
            .escalatedAt(
                List.of(
                    EscalationLevel.atShare(1, 100, "team-lead", "mail"),
                    EscalationLevel.after(2, minute.multipliedBy(5), "director", "pager")
                        .repeated(1, minute)));
    say(
        facts.received(received),
        facts.promised(received, Facts.EDITION, escalated),
        facts.acknowledged(received.plusSeconds(120), "an-alert", Metric.FIRST_REPLY));

    ledgerOnceHeard(3)
        .body("asKnownNow.clocks[0].escalations.reached", contains(true, false, false))
        .body("asKnownNow.clocks[0].escalations.repetition", contains(0, 0, 1))
        .body("asKnownNow.clocks[0].acknowledgements.by", contains("team-lead"))
        .body("asKnownNow.promises[0].targets[0].escalateAt", hasSize(2));
    assertThat(given().get("/clocks/" + ticketId + "/page").asString())
        .contains("<dt>Level 1</dt>", "team-lead via mail</dd>")
        .contains("<dt>Level 2, time 2</dt>", "director via pager, not reached</dd>")
        .contains("<dt>Acknowledged</dt>", "by team-lead");
  }

  @Test
  void whatIsUnknownOrWrongIsAProblem() {
    say(facts.received(received));
    ledgerOnceHeard(1);
    for (String path : new String[] {"", "/ledger", "/page"}) {
      given()
          .get("/clocks/" + UUID.randomUUID() + path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
      given().get("/clocks/nonsense" + path).then().statusCode(404);
      String soon = Instant.now().plus(HOUR).toString();
      for (String bad : new String[] {"noon", "2026-11-23T10:00:00", "1e9", "", soon}) {
        given()
            .queryParam("at", bad)
            .get("/clocks/" + ticketId + path)
            .then()
            .statusCode(400)
            .contentType("application/problem+json")
            .body("errors[0].parameter", equalTo("at"));
      }
      given()
          .get("/clocks/" + ticketId + path + "?when=now")
          .then()
          .statusCode(400)
          .body("errors[0].allowed", hasItem("at"));
    }
  }

  private Event<Fact> promise(Duration within) {
    return facts.promised(received, Facts.EDITION, Facts.target(Metric.FIRST_REPLY, within));
  }

  /** The ledger once it has so many facts and a calendar. */
  private ValidatableResponse ledgerOnceHeard(int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                given()
                    .get("/clocks/" + ticketId + "/ledger")
                    .then()
                    .statusCode(200)
                    .body("asKnownNow.unresolved", nullValue())
                    .body("asKnownNow.facts", hasSize(count)));
    return given().get("/clocks/" + ticketId + "/ledger").then();
  }

  @SafeVarargs
  private void say(Event<Fact>... events) {
    for (Event<Fact> event : events) {
      log.say(Topics.TIMINGS, event);
    }
  }
}
