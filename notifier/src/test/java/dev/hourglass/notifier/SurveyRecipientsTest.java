package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static dev.hourglass.notifier.SurveyStory.another;
import static dev.hourglass.notifier.SurveyStory.mails;
import static dev.hourglass.notifier.SurveyStory.page;
import static dev.hourglass.notifier.SurveyStory.reasons;
import static dev.hourglass.notifier.SurveyStory.sent;
import static dev.hourglass.notifier.SurveyStory.solved;
import static dev.hourglass.notifier.SurveyStory.states;
import static dev.hourglass.notifier.SurveyStory.surveySentAt;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.SurveyStory.Unhurried;
import dev.hourglass.notifier.delivery.DeliveryWorker;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Unhurried.class)
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class SurveyRecipientsTest {

  private static final String HOST = "http://localhost:8084";
  private static final Pattern LINK = Pattern.compile(HOST + "(/survey/[^\\s\"<>]+)");
  private static final Pattern PAGE_LINK = Pattern.compile("(?:href|action)=\"([^\"]*)\"");

  @Inject DeliveryWorker worker;
  @Inject Clock clock;

  private final AnyTicket ticket = anyTicket();

  @Test
  @DisplayName("R25: within the cool-down the same person is asked about no other ticket")
  void bothSidesOfTheCoolDown() {
    AnyTicket soon = another(ticket);
    AnyTicket later = another(ticket);
    asked(ticket);
    Instant end = surveySentAt(ticket).plus(Unhurried.COOL_DOWN);
    solvedNow(soon);
    worker.runOnce(end.minusMillis(1));
    assertThat(states(soon, "SURVEY")).containsExactly("SUPPRESSED");
    assertThat(reasons(soon, "SURVEY")).containsExactly("COOL_DOWN");
    assertThat(states(soon, "SURVEY_REMINDER")).isEmpty();
    solvedNow(later);
    sent(worker, end, later, 1);
    assertThat(states(later, "SURVEY")).containsExactly("SENT");
    assertThat(mails(soon)).isEmpty();
    // Nobody was promised a survey, so nobody is told that there is none.
    assertThat(Broker.said(Topics.TIMINGS, soon.id(), "notifier"))
        .noneMatch(event -> event.data() instanceof DeliveryFailed);
  }

  @Test
  @DisplayName("R25: many tickets solved at once, and many workers: exactly one survey")
  void manyAtOnce() {
    List<AnyTicket> tickets = IntStream.range(0, 8).mapToObj(i -> another(ticket)).toList();
    tickets.forEach(this::solvedNow);
    Instant due = clock.instant().plus(Unhurried.DELAY);
    for (int look = 0; look < 6; look++) {
      Instant now = due.plus(Duration.ofMinutes(2L * look));
      List<CompletableFuture<Integer>> workers =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> worker.runOnce(now)))
              .limit(4)
              .toList();
      workers.forEach(CompletableFuture::join);
    }
    assertThat(tickets.stream().flatMap(each -> states(each, "SURVEY").stream()))
        .containsOnlyOnce("SENT")
        .hasSize(8)
        .filteredOn("SUPPRESSED"::equals)
        .hasSize(7);
    assertThat(tickets.stream().flatMap(each -> mails(each).stream())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("R25: one click of the mail program, and there are no more surveys and reminders")
  void unsubscribedByOneClick(boolean multipart) {
    ReceivedMail mail = asked(ticket);
    String header = mail.headers().get("List-Unsubscribe");
    assertThat(mail.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    assertThat(header).isEqualTo("<" + HOST + page(mail) + "/unsubscribe>");
    Response done = (multipart ? asMultipart() : asForm()).post(page(mail) + "/unsubscribe");
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.asString()).contains("You will get no more surveys");

    worker.runOnce(surveySentAt(ticket).plus(Unhurried.REMIND_AFTER));
    assertThat(states(ticket, "SURVEY_REMINDER").get(0)).isEqualTo("SUPPRESSED");
    assertThat(reasons(ticket, "SURVEY_REMINDER").get(0)).isEqualTo("UNSUBSCRIBED");
    AnyTicket later = another(ticket);
    solvedNow(later);
    worker.runOnce(clock.instant().plus(Duration.ofDays(90)));
    assertThat(reasons(later, "SURVEY")).containsExactly("UNSUBSCRIBED");
    assertThat(mails(later)).isEmpty();
    assertThat(get(page(mail)).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("R25: a scanner that follows every link of the mail and its pages changes nothing")
  void scannersChangeNothing() {
    ReceivedMail mail = asked(ticket);
    String everything = mail.text() + mail.html() + mail.headers().get("List-Unsubscribe");
    Set<String> links =
        LINK.matcher(everything)
            .results()
            .map(link -> link.group(1).replace("&amp;", "&"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(links).hasSize(6);
    for (String link : links) {
      follow(link);
      for (String further : linksOf(link)) {
        follow(further);
      }
    }
    assertThat(Broker.said(Topics.RATINGS, ticket.id(), "notifier")).isEmpty();
    assertThat(get("/ratings?ticketId=" + ticket.id()).<Integer>path("total")).isZero();
    assertThat(states(ticket, "SURVEY_REMINDER")).containsExactly("PENDING", "PENDING");
    sent(worker, surveySentAt(ticket).plus(Unhurried.REMIND_AFTER), ticket, 2);
    assertThat(states(ticket, "SURVEY_REMINDER")).containsExactly("SENT", "PENDING");
  }

  @Test
  @DisplayName("a forged link unsubscribes nobody")
  void forged() {
    String page = page(asked(ticket));
    String forged = page.substring(0, page.length() - 3) + "AAA/unsubscribe";
    assertThat(get(forged).statusCode()).isEqualTo(404);
    assertThat(given().post(forged).statusCode()).isEqualTo(404);
    sent(worker, surveySentAt(ticket).plus(Unhurried.REMIND_AFTER), ticket, 2);
    assertThat(states(ticket, "SURVEY_REMINDER").get(0)).isEqualTo("SENT");
  }

  private static RequestSpecification asForm() {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("List-Unsubscribe", "One-Click");
  }

  private static RequestSpecification asMultipart() {
    return given().multiPart("List-Unsubscribe", "One-Click");
  }

  private static void follow(String link) {
    for (String purpose : List.of("prefetch", "prefetch;prerender")) {
      Response shown = given().header("Sec-Purpose", purpose).urlEncodingEnabled(false).get(link);
      assertThat(shown.statusCode()).as(link).isEqualTo(200);
      assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
      assertThat(shown.header("X-Robots-Tag")).isEqualTo("noindex");
    }
    assertThat(given().urlEncodingEnabled(false).head(link).statusCode()).isEqualTo(200);
  }

  /** Every place that a page names, forms too, as a careless robot reads it. */
  private static List<String> linksOf(String link) {
    String path = link.replaceFirst("\\?.*", "");
    return PAGE_LINK
        .matcher(given().urlEncodingEnabled(false).get(link).asString())
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(href -> !href.startsWith("#"))
        .map(href -> href.equals("?") ? path : href.startsWith("?") ? path + href : href)
        .toList();
  }

  private ReceivedMail asked(AnyTicket about) {
    solvedNow(about);
    return sent(worker, clock.instant().plus(Unhurried.DELAY), about, 1).get(0);
  }

  private void solvedNow(AnyTicket about) {
    solved(about, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
