package dev.hourglass.notifier;

import static dev.hourglass.notifier.AlertFixtures.say;
import static dev.hourglass.notifier.AlertFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.rendered.Audit;
import dev.hourglass.notifier.rendered.Tab;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A mail about an alert as it is received, and the page behind its link as it is served. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class RenderedAlertsTest extends InTheBrowser {

  private static final Pattern LINK = Pattern.compile("/(acknowledge/[A-Za-z0-9._-]+)");

  @Test
  @DisplayName("R22: what somebody on call gets, and the page on which it is answered")
  void answered() {
    ReceivedMail breach = told(Language.FR);
    try (Tab tab = chromium.tab(home)) {
      var wrong = new ArrayList<String>();
      tab.show(breach.html());
      wrong.addAll(tab.look(Audit.MAIL, "fr", "alert-mail/received"));
      assertThat(tab.open(link(breach)).status()).isEqualTo(200);
      wrong.addAll(tab.look(Audit.PAGE, "fr", "acknowledge-page/served-open"));
      tab.page().fill("#by", "<b>Jane Doe");
      assertThat(send(tab).status()).isEqualTo(422);
      wrong.addAll(tab.look(Audit.PAGE, "fr", "acknowledge-page/served-wrong"));
      tab.page().fill("#by", "night-shift");
      assertThat(send(tab).status()).isEqualTo(200);
      wrong.addAll(tab.look(Audit.PAGE, "fr", "acknowledge-page/served-thanks"));
      tab.open(link(breach));
      wrong.addAll(tab.look(Audit.PAGE, "fr", "acknowledge-page/served-taken"));
      assertThat(wrong).isEmpty();
    }
  }

  @Test
  @DisplayName("R22: without JavaScript, and without a mouse, somebody takes care of an alert")
  void keyboard() {
    ReceivedMail breach = told(Language.EN);
    try (Tab tab = chromium.tabWithoutScripts(home)) {
      tab.open(link(breach));
      Page page = tab.page();
      page.keyboard().press("Tab");
      assertThat(tab.focused()).isEqualTo("by");
      page.keyboard().press("Control+A");
      page.keyboard().type("night-shift");
      page.keyboard().press("Tab");
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      assertThat(page.textContent("main")).contains("night-shift");
    }
  }

  private ReceivedMail told(Language language) {
    AlertFixtures alerts = new AlertFixtures(clock.instant());
    alerts.mail(", \"language\": \"" + language.tag() + "\"", "");
    say(alerts.breach(ticket()));
    await().atMost(SOON).until(() -> !Inbox.of(alerts.mailbox).isEmpty());
    return Inbox.of(alerts.mailbox).get(0);
  }

  private static String link(ReceivedMail mail) {
    Matcher link = LINK.matcher(mail.text());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}
