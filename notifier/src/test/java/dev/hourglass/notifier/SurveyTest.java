package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.rating.SatisfactionRated;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.survey.SurveyToken;
import dev.hourglass.notifier.survey.SurveyTokens;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class SurveyTest {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Pattern LINK = Pattern.compile("http://localhost:8084(/survey/[^?\\s]+)");

  @Inject SurveyTokens tokens;
  @Inject Clock clock;

  @Test
  @DisplayName("S59, R25: solved, one survey; GET and HEAD only show; POST records")
  void answered() {
    AnyTicket ticket = anyTicket("da");
    String page = solvedWithSurvey(ticket);

    Response shown = given().queryParam("level", 4).get(page);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.contentType()).startsWith("text/html");
    assertThat(shown.asString())
        .contains("Hvor tilfreds er du", "value=\"4\" required checked", ticket.reference())
        .doesNotContain("<script", "value=\"5\" required checked");
    assertThat(shown.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(shown.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(given().head(page).statusCode()).isEqualTo(200);
    assertThat(ratings(ticket)).isEmpty();

    Response thanked = answer(page, "4", "Hurtigt <b>svar</b>\r\nTak");
    assertThat(thanked.statusCode()).isEqualTo(200);
    assertThat(thanked.asString()).contains("Mange tak", "Tilfreds");
    await().atMost(SOON).until(() -> ratings(ticket).size() == 1);
    assertThat(ratings(ticket).get(0))
        .extracting(
            SatisfactionRated::level,
            SatisfactionRated::cycle,
            SatisfactionRated::commented,
            SatisfactionRated::revision)
        .containsExactly(4, 1, true, 1);
    assertThat(given().get(page).asString())
        .contains("Hurtigt &lt;b&gt;svar&lt;/b&gt;", "value=\"4\" required checked", "Ret svar");
  }

  @Test
  @DisplayName("an answer can be changed; the same answer again changes nothing")
  void changed() {
    AnyTicket ticket = anyTicket();
    String page = solvedWithSurvey(ticket);
    answer(page, "2", "");
    answer(page, "2", " ");
    answer(page, "5", "");
    await().atMost(SOON).until(() -> ratings(ticket).size() == 2);
    assertThat(ratings(ticket))
        .extracting(SatisfactionRated::level, SatisfactionRated::revision)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, 1), org.assertj.core.groups.Tuple.tuple(5, 2));
    assertThat(ratings(ticket)).noneMatch(SatisfactionRated::commented);
  }

  @Test
  @DisplayName("R25: reopening closes the old link; the next cycle has a survey of its own")
  void reopened() {
    AnyTicket ticket = anyTicket("nl");
    String first = solvedWithSurvey(ticket);
    Broker.say(Topics.TIMINGS, ticket.reopened(2));
    await().atMost(SOON).until(() -> given().get(first).statusCode() == 410);
    assertThat(given().get(first).asString()).contains("Uw ticket is heropend");
    assertThat(answer(first, "1", "").statusCode()).isEqualTo(410);

    Broker.say(Topics.TIMINGS, ticket.solved(2));
    Broker.say(Topics.TIMINGS, ticket.solved(1));
    Broker.say(Topics.TIMINGS, ticket.solved(2));
    await().atMost(SOON).until(() -> surveys(ticket).size() == 2);
    String second = link(surveys(ticket).get(1));
    answer(second, "3", "");
    await().atMost(SOON).until(() -> ratings(ticket).size() == 1);
    assertThat(ratings(ticket).get(0).cycle()).isEqualTo(2);
    assertThat(given().get(first).statusCode()).isEqualTo(410);
    assertThat(surveys(ticket)).hasSize(2);
  }

  @Test
  @DisplayName("R25: an expired link is 410, a forged one 404, in the reader's language")
  void expiredAndForged() {
    AnyTicket ticket = anyTicket("de");
    String page = solvedWithSurvey(ticket);
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String expired = tokens.sign(new SurveyToken(ticket.id(), 1, now.minusSeconds(1)));
    assertThat(given().get("/survey/" + expired).statusCode()).isEqualTo(410);
    assertThat(given().get("/survey/" + expired).asString()).contains("Diese Umfrage ist beendet");
    assertThat(answer("/survey/" + expired, "5", "").statusCode()).isEqualTo(410);
    String forged = page.substring(0, page.length() - 3) + "AAA";
    Response unknown = given().header("Accept-Language", "da,en;q=0.5").get(forged);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.asString()).contains("Linket virker ikke");
    assertThat(answer(forged, "5", "").statusCode()).isEqualTo(404);
    assertThat(given().get("/survey/x").statusCode()).isEqualTo(404);
    assertThat(ratings(ticket)).isEmpty();
  }

  @Test
  @DisplayName("an answer without a level, or with too long a comment, is asked for again")
  void incomplete() {
    AnyTicket ticket = anyTicket("de");
    String page = solvedWithSurvey(ticket);
    Response none = answer(page, null, "Danke");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.asString()).contains("Bitte wählen Sie eine der fünf Stufen", "Danke");
    assertThat(answer(page, "6", "").statusCode()).isEqualTo(422);
    assertThat(answer(page, "3", "x".repeat(2001)).statusCode()).isEqualTo(422);
    assertThat(answer(page, "3", "x".repeat(300_000)).statusCode()).isEqualTo(413);
    assertThat(
            given().contentType("application/json").body("{\"level\":3}").post(page).statusCode())
        .isEqualTo(415);
    for (String body : List.of("level=3&comment=%zz", "level=%", "level=3&comment=%ff%fe")) {
      given()
          .config(
              io.restassured.RestAssured.config()
                  .encoderConfig(
                      io.restassured.config.EncoderConfig.encoderConfig()
                          .encodeContentTypeAs(
                              "application/x-www-form-urlencoded",
                              io.restassured.http.ContentType.TEXT)))
          .contentType("application/x-www-form-urlencoded")
          .body(body)
          .post(page)
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
    assertThat(given().get(page + "=").statusCode()).isEqualTo(404);
    assertThat(ratings(ticket)).isEmpty();
  }

  private static String solvedWithSurvey(AnyTicket ticket) {
    Broker.say(Topics.TICKETS, ticket.created());
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
    Broker.say(Topics.TIMINGS, ticket.solved(1));
    Broker.say(Topics.TIMINGS, ticket.solved(1));
    await().atMost(SOON).until(() -> surveys(ticket).size() == 1);
    return link(surveys(ticket).get(0));
  }

  private static List<ReceivedMail> surveys(AnyTicket ticket) {
    return Inbox.of(ticket.email()).stream()
        .filter(mail -> mail.text().contains("/survey/"))
        .toList();
  }

  private static String link(ReceivedMail mail) {
    Matcher link = LINK.matcher(mail.text());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static Response answer(String page, String level, String comment) {
    var request =
        given()
            .config(
                io.restassured.RestAssured.config()
                    .encoderConfig(
                        io.restassured.config.EncoderConfig.encoderConfig()
                            .defaultContentCharset("UTF-8")))
            .contentType("application/x-www-form-urlencoded")
            .formParam("comment", comment);
    return (level == null ? request : request.formParam("level", level)).post(page);
  }

  private static List<SatisfactionRated> ratings(AnyTicket ticket) {
    return Broker.said(Topics.RATINGS, ticket.id(), "notifier").stream()
        .map(event -> event.data())
        .toList();
  }
}
