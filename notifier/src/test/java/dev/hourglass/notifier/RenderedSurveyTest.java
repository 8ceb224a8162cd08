package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.hourglass.contracts.Topics;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.rendered.Audit;
import dev.hourglass.notifier.rendered.Chromium;
import dev.hourglass.notifier.rendered.ContactSheet;
import dev.hourglass.notifier.rendered.Tab;
import dev.hourglass.notifier.survey.SurveyToken;
import dev.hourglass.notifier.survey.SurveyTokens;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The survey page in a browser, in each of its states. Pictures are in target/screenshots. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class RenderedSurveyTest {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static Chromium chromium;

  @Inject SurveyTokens tokens;
  @Inject Clock clock;

  @TestHTTPResource("/")
  URI home;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() throws IOException {
    chromium.close();
    ContactSheet.write();
  }

  @ParameterizedTest(name = "S59: the survey page in {0}, in each of its states")
  @EnumSource
  void states(Language language) {
    AnyTicket ticket = solved(language.tag(), "Meetings fail for everyone");
    try (Tab tab = chromium.tab(home)) {
      var wrong = new ArrayList<String>();
      assertThat(tab.open(survey(ticket)).status()).isEqualTo(200);
      wrong.addAll(look(tab, language, "open"));
      wrong.addAll(look(tab, language, "problems", sendWithProblems(tab)));
      tab.page().fill("#comment", "Tak\n".repeat(9));
      tab.page().check("#level-4", new Page.CheckOptions().setForce(true));
      wrong.addAll(look(tab, language, "filled"));
      wrong.addAll(look(tab, language, "thanks", send(tab)));
      assertThat(tab.open(survey(ticket)).status()).isEqualTo(200);
      wrong.addAll(look(tab, language, "answered"));
      assertThat(tab.open(survey(ticket) + "/unsubscribe").status()).isEqualTo(200);
      wrong.addAll(look(tab, language, "unsubscribe"));
      wrong.addAll(look(tab, language, "unsubscribed", send(tab)));
      assertThat(tab.open(survey(ticket, Duration.ofSeconds(-1))).status()).isEqualTo(410);
      wrong.addAll(look(tab, language, "ended"));
      Broker.say(Topics.TIMINGS, ticket.reopened(2));
      await().atMost(SOON).until(() -> given().get(survey(ticket)).statusCode() == 410);
      tab.open(survey(ticket));
      wrong.addAll(look(tab, language, "reopened"));
      assertThat(wrong).isEmpty();
    }
  }

  @ParameterizedTest(name = "R25: a link of nobody's, for a reader of {0}")
  @EnumSource
  void unknown(Language language) {
    try (Tab tab = chromium.tab(home)) {
      tab.speaks(language.tag());
      assertThat(tab.open("survey/nobodys").status()).isEqualTo(404);
      assertThat(look(tab, language, "unknown")).isEmpty();
    }
  }

  @Test
  @DisplayName("R25: without JavaScript, and without a mouse, the survey is answered and changed")
  void keyboard() {
    AnyTicket ticket = solved("da", "Meetings fail for everyone");
    try (Tab tab = chromium.tabWithoutScripts(home)) {
      tab.open(survey(ticket) + "?level=4");
      Page page = tab.page();
      assertThat(page.isChecked("#level-4")).isTrue();
      page.keyboard().press("Tab");
      assertThat(tab.focused()).isEqualTo("level-4");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Tab");
      assertThat(tab.focused()).isEqualTo("comment");
      page.keyboard().type("Hurtigt svar");
      page.keyboard().press("Tab");
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      assertThat(page.textContent("main")).contains("Mange tak", "Meget tilfreds");

      page.keyboard().press("Tab");
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      assertThat(page.inputValue("#comment")).isEqualTo("Hurtigt svar");
      page.click("label:has(#level-2)");
      assertThat(send(tab).status()).isEqualTo(200);
      assertThat(page.textContent("main")).contains("Mange tak", "Utilfreds");
    }
  }

  private static List<String> look(Tab tab, Language language, String state) {
    return tab.look(Audit.PAGE, language.tag(), "survey-page-" + state + "/" + language.tag());
  }

  private static List<String> look(Tab tab, Language language, String state, Response response) {
    assertThat(response.status()).isEqualTo(state.equals("problems") ? 422 : 200);
    return look(tab, language, state);
  }

  private static Response send(Tab tab) {
    return tab.page().waitForNavigation(() -> tab.page().click("button[type=submit]"));
  }

  /** As a browser would that does not know of required fields and longest texts. */
  private static Response sendWithProblems(Tab tab) {
    tab.page().evaluate("() => { document.forms[0].noValidate = true; }");
    tab.page().evaluate("() => document.querySelector('#comment').removeAttribute('maxlength')");
    tab.page().fill("#comment", "Zu lang. ".repeat(250));
    return send(tab);
  }

  private AnyTicket solved(String language, String subject) {
    AnyTicket ticket = anyTicket(language);
    Broker.say(Topics.TICKETS, ticket.created(ticket.content(true, subject)));
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
    Broker.say(Topics.TIMINGS, ticket.solved(1));
    await().atMost(SOON).until(() -> given().get(survey(ticket)).statusCode() == 200);
    return ticket;
  }

  private String survey(AnyTicket ticket) {
    return survey(ticket, Duration.ofDays(1));
  }

  private String survey(AnyTicket ticket, Duration validFor) {
    var until = clock.instant().plus(validFor).truncatedTo(ChronoUnit.SECONDS);
    return "survey/" + tokens.sign(new SurveyToken(ticket.id(), 1, until));
  }
}
