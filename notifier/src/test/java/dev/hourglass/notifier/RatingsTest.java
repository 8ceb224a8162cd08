package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.rating.ClockOutcome;
import dev.hourglass.contracts.rating.MetricOutcome;
import dev.hourglass.contracts.rating.SatisfactionRated;
import dev.hourglass.notifier.Clocks.State;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.postgres.OutcomeBook;
import dev.hourglass.notifier.survey.SurveyToken;
import dev.hourglass.notifier.survey.SurveyTokens;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class RatingsTest {

  private static final Duration SOON = Duration.ofSeconds(90);

  @Inject SurveyTokens tokens;
  @Inject Clock clock;
  @Inject DataSource dataSource;
  @Inject OutcomeBook outcomes;

  private final String account = "A-" + UUID.randomUUID();

  @Test
  @DisplayName("S59: a rating says what was promised, and what came of the clocks")
  void joinedWithTheClocks() throws SQLException {
    AnyTicket ticket = anyTicket();
    String page = solved(ticket, Priority.P1, Plan.PREMIER);
    hearClocks(ticket, 1, State.FIRST_REPLY_MET, State.RESTORATION_MET_LATE);
    answer(page, 4, "Quick");
    SatisfactionRated rated = ratings(ticket, 1).get(0);
    assertThat(rated.account()).isEqualTo(account);
    assertThat(rated.priority()).isEqualTo(Priority.P1);
    assertThat(rated.plan()).isEqualTo(Plan.PREMIER);
    assertThat(rated.edition()).isEqualTo("2021");
    assertThat(rated.outcomes())
        .containsExactly(
            new MetricOutcome(Metric.FIRST_REPLY, ClockOutcome.MET),
            new MetricOutcome(Metric.RESTORATION, ClockOutcome.MET_LATE));
    assertThat(rated.revision()).isEqualTo(1);
  }

  @Test
  @DisplayName("S59: clocks heard of after the rating are said with the same answer once more")
  void clocksAfterTheRating() throws SQLException {
    AnyTicket ticket = anyTicket();
    String page = solved(ticket, Priority.P2, Plan.ACCESS);
    answer(page, 2, "");
    SatisfactionRated first = ratings(ticket, 1).get(0);
    assertThat(first.outcomes()).isEmpty();

    hearClocks(ticket, 1, State.RESTORATION_MET_LATE);
    SatisfactionRated second = ratings(ticket, 2).get(1);
    assertThat(second.outcomes())
        .containsExactly(new MetricOutcome(Metric.RESTORATION, ClockOutcome.MET_LATE));
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.level()).isEqualTo(2);
    assertThat(second.occurredAt()).isEqualTo(first.occurredAt());
    answer(page, 5, "");
    assertThat(ratings(ticket, 3).get(2).revision()).isEqualTo(3);
  }

  @Test
  @DisplayName("S59: what was rated before a reopening stays joined as it was")
  void clocksAfterAReopening() throws SQLException {
    AnyTicket ticket = anyTicket();
    String page = solved(ticket, Priority.P2, Plan.ACCESS);
    hearClocks(ticket, 1, State.RESTORATION_MET);
    answer(page, 3, "");
    Broker.say(Topics.TIMINGS, ticket.reopened(2));
    Broker.say(Topics.TIMINGS, ticket.solved(2));
    String second = page(ticket, 2);
    await().atMost(SOON).until(() -> get(second).statusCode() == 200);
    hearClocks(ticket, 2, State.RESTORATION_MET_LATE);
    answer(second, 4, "");
    assertThat(ratings(ticket, 2))
        .extracting(SatisfactionRated::cycle, rated -> rated.outcomes().size())
        .containsExactly(tuple(1, 1), tuple(2, 0));
  }

  @Test
  void whatDoesNotChangeAnOutcomeIsNotWritten() throws SQLException {
    AnyTicket ticket = anyTicket();
    outcomes.hear(List.of(Clocks.of(ticket, 5, State.RESTORATION_RUNNING)));
    String written = version(ticket);
    outcomes.hear(List.of(Clocks.of(ticket, 6, State.RESTORATION_AT_RISK)));
    outcomes.hear(List.of(Clocks.of(ticket, 4, State.RESTORATION_MET)));
    assertThat(version(ticket)).isEqualTo(written).startsWith("5 ");
    outcomes.hear(
        List.of(
            Clocks.of(ticket, 8, State.RESTORATION_MET),
            Clocks.of(ticket, 7, State.RESTORATION_RUNNING)));
    assertThat(version(ticket)).isNotEqualTo(written).startsWith("8 ");
  }

  @Test
  @DisplayName("a tombstone of sla-clocks is passed over, rubbish goes to the dead letters")
  void tombstonesAndRubbish() throws SQLException {
    AnyTicket ticket = anyTicket();
    hearClocks(ticket, 1, State.RESTORATION_MET);
    Broker.send("sla-clocks", ticket.id().toString(), null);
    Broker.send("sla-clocks", ticket.id().toString(), "{".getBytes(StandardCharsets.UTF_8));
    hearClocks(ticket, 3, State.RESTORATION_MET_LATE);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Broker.records("sla-clocks.notifier.dlq"))
                    .extracting(each -> each.key())
                    .containsOnlyOnce(ticket.id().toString()));
  }

  @Test
  void ratingsAreFoundByWhatTheyAreAbout() {
    AnyTicket urgent = anyTicket();
    AnyTicket normal = anyTicket();
    answer(solved(urgent, Priority.P1, Plan.PREMIER), 5, "Great");
    answer(solved(normal, Priority.P3, Plan.PREMIER), 2, "");
    assertThat(found("")).containsExactly(normal.reference(), urgent.reference());
    assertThat(found("&priority=P1")).containsExactly(urgent.reference());
    assertThat(found("&level=2")).containsExactly(normal.reference());
    assertThat(found("&level=3")).isEmpty();
    assertThat(found("&ticketId=" + urgent.id())).containsExactly(urgent.reference());
    assertThat(found("&size=1&page=1")).containsExactly(urgent.reference());
    Response page = get("/ratings?account=" + account + "&priority=P1");
    assertThat(page.<List<String>>path("items.comment")).containsExactly("Great");
    assertThat(page.<Integer>path("total")).isEqualTo(1);
    assertThat(page.asString()).doesNotContain("@", "null");

    Instant rated = Instant.parse(page.path("items[0].ratedAt"));
    String from = "&priority=P1&from=";
    String to = "&priority=P1&to=";
    assertThat(found(from + rated)).hasSize(1);
    assertThat(found(from + rated.plusNanos(1_000))).isEmpty();
    assertThat(found(to + rated)).isEmpty();
    assertThat(found(to + rated.plusNanos(1_000))).hasSize(1);
  }

  @Test
  @DisplayName("S59: the summary counts surveys that were sent, and what was answered")
  void summary() throws SQLException {
    AnyTicket met = anyTicket();
    AnyTicket late = anyTicket();
    AnyTicket silent = anyTicket();
    String metPage = solved(met, Priority.P1, Plan.PREMIER);
    String latePage = solved(late, Priority.P1, Plan.ACCESS);
    solved(silent, Priority.P3, Plan.ACCESS);
    hearClocks(met, 1, State.RESTORATION_MET);
    hearClocks(late, 1, State.RESTORATION_MET_LATE);
    hearClocks(silent, 1, State.RESTORATION_MET_LATE);
    answer(metPage, 5, "");
    answer(latePage, 2, "");
    for (AnyTicket each : List.of(met, late, silent)) {
      await().atMost(SOON).until(() -> surveyIsSent(each));
    }
    Response summary = get("/ratings/summary?account=" + account);
    assertThat(summary.statusCode()).isEqualTo(200);
    assertFigures(summary, "all", 2, 3.5f, 0.5f, 3, 2);
    assertFigures(summary, "byPriority.find{it.priority=='P1'}.figures", 2, 3.5f, 0.5f, 2, 2);
    assertFigures(summary, "byPriority.find{it.priority=='P3'}.figures", 0, null, null, 1, 0);
    assertFigures(summary, "byPlan.find{it.plan=='ACCESS'}.figures", 1, 2f, 0f, 2, 1);
    assertFigures(summary, "byOutcome.find{it.outcome=='MET'}.figures", 1, 5f, 1f, 1, 1);
    assertFigures(summary, "byOutcome.find{it.outcome=='MET_LATE'}.figures", 1, 2f, 0f, 2, 1);
    assertThat(summary.<Integer>path("levels.'5'")).isEqualTo(1);
    assertThat(summary.<Integer>path("levels.'1'")).isZero();

    Response before = get("/ratings/summary?to=2020-01-01T00:00:00Z&account=" + account);
    assertFigures(before, "all", 0, null, null, 0, 0);
    assertThat(before.<List<?>>path("byPriority")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "level=6, level",
    "level=0, level",
    "priority=P9, priority",
    "ticketId=x, ticketId",
    "from=yesterday, from",
    "from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z, to",
    "size=201, size",
    "rating=5, rating"
  })
  void aParameterThatCannotBeReadIs400(String query, String parameter) {
    Response problem = get("/ratings?" + query);
    assertThat(problem.statusCode()).isEqualTo(400);
    assertThat(problem.contentType()).startsWith("application/problem+json");
    assertThat(problem.<List<String>>path("errors.parameter")).containsExactly(parameter);
  }

  private static void assertFigures(
      Response summary,
      String path,
      int count,
      Float mean,
      Float satisfied,
      int sent,
      int answered) {
    assertThat(summary.<Integer>path(path + ".count")).as(path).isEqualTo(count);
    assertThat(summary.<Float>path(path + ".mean")).as(path).isEqualTo(mean);
    assertThat(summary.<Float>path(path + ".satisfied")).as(path).isEqualTo(satisfied);
    assertThat(summary.<Integer>path(path + ".sent")).as(path).isEqualTo(sent);
    assertThat(summary.<Integer>path(path + ".answered")).as(path).isEqualTo(answered);
  }

  private List<String> found(String filter) {
    return get("/ratings?account=" + account + filter).path("items.reference");
  }

  private static boolean surveyIsSent(AnyTicket ticket) {
    return get("/deliveries?ticketId=" + ticket.id())
            .<List<String>>path("items.findAll{it.kind=='SURVEY' && it.state=='SENT'}.kind")
            .size()
        == 1;
  }

  private String solved(AnyTicket ticket, Priority priority, Plan plan) {
    Clocks.solved(ticket, account, priority, plan);
    String page = page(ticket, 1);
    await().atMost(SOON).until(() -> get(page).statusCode() == 200);
    await().atMost(SOON).until(() -> Clocks.isPromised(dataSource, ticket));
    return page;
  }

  private String page(AnyTicket ticket, int cycle) {
    Instant expiry = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    return "/survey/" + tokens.sign(new SurveyToken(ticket.id(), cycle, expiry));
  }

  private static void answer(String page, int level, String comment) {
    given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("level", level)
        .formParam("comment", comment)
        .post(page)
        .then()
        .statusCode(200);
  }

  private void hearClocks(AnyTicket ticket, long version, State... states) throws SQLException {
    Broker.say(Topics.SLA_CLOCKS, Clocks.of(ticket, version, states));
    await().atMost(SOON).until(() -> version(ticket).startsWith(version + " "));
  }

  private String version(AnyTicket ticket) throws SQLException {
    return Clocks.version(dataSource, ticket);
  }

  private static List<SatisfactionRated> ratings(AnyTicket ticket, int many) {
    return Clocks.ratings(ticket, many);
  }
}
