package dev.hourglass.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.hourglass.contracts.Topics;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.rendered.Audit;
import dev.hourglass.notifier.rendered.Tab;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The survey page as it is served; its previews show it in all languages. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class RenderedSurveyTest extends InTheBrowser {

  @Test
  @DisplayName("S59: the survey page as it is served, in each of its states")
  void states() {
    Language language = Language.PT;
    AnyTicket ticket = solved(language.tag());
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

  @Test
  @DisplayName("R25: without JavaScript, and without a mouse, the survey is answered and changed")
  void keyboard() {
    AnyTicket ticket = solved("da");
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
    return tab.look(Audit.PAGE, language.tag(), "survey-page/served-" + state);
  }

  private static List<String> look(Tab tab, Language language, String state, Response response) {
    assertThat(response.status()).isEqualTo(state.equals("problems") ? 422 : 200);
    return look(tab, language, state);
  }

  /** As a browser would that does not know of required fields and longest texts. */
  private static Response sendWithProblems(Tab tab) {
    tab.page().evaluate("() => { document.forms[0].noValidate = true; }");
    tab.page().evaluate("() => document.querySelector('#comment').removeAttribute('maxlength')");
    tab.page().fill("#comment", "Zu lang. ".repeat(250));
    return send(tab);
  }
}
