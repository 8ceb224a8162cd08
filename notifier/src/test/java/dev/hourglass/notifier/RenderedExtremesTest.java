package dev.hourglass.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.rendered.Audit;
import dev.hourglass.notifier.rendered.Tab;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What customers type may be longer, stranger or worse than we think; mails are as received. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class RenderedExtremesTest extends InTheBrowser {

  /** Names and subjects, as long as ticket-intake lets them be. */
  enum Extreme {
    LONG_WORD("de", "Wolfeschlegelsteinhausenbergerdorff".repeat(6), "W".repeat(200)),
    LONG_NAME(
        "es",
        "María de los Ángeles Fernández de Córdoba y Hohenzollern-Sigmaringen ".repeat(3),
        "https://status.customer.example/incidents?id=0123456789abcdef&x=".repeat(4)),
    RIGHT_TO_LEFT("en", "ليلى بنت أحمد بن عبد الله", "الاجتماعات تفشل للجميع منذ 12:30 (HG-1)"),
    TURNED_AROUND("fr", "adA\u202eadA", "\u202eenoyreve rof liaf \u2066sgniteeM"),
    MARKUP(
        "it",
        "<img src=x onerror=alert(1)>\"><svg onload=alert(1)>",
        "</title></td></table><script>alert(1)</script> {c.name} ${7*7} &lt;b&gt; <a href=//x.y>"),
    HEAPED("da", "Z\u0341\u035b\u0321a\u0334".repeat(40), "👩‍👩‍👧‍👦🏳️‍🌈".repeat(15));

    private final String language;
    private final String name;
    private final String subject;

    Extreme(String language, String name, String subject) {
      this.language = language;
      this.name = shortened(name);
      this.subject = shortened(subject);
    }

    private static String shortened(String text) {
      return text.length() <= 200 ? text : text.substring(0, 200);
    }
  }

  @ParameterizedTest(name = "{0}: nothing overflows, nothing is executed")
  @EnumSource
  void shown(Extreme extreme) {
    AnyTicket ticket = solved(extreme.language, extreme.name, extreme.subject);
    await().atMost(SOON).until(() -> Inbox.of(ticket.email()).size() >= 2);
    var wrong = new ArrayList<String>();
    String picture = "extreme-" + extreme.name().toLowerCase(Locale.ROOT);
    try (Tab tab = chromium.tab(home)) {
      int number = 0;
      for (ReceivedMail mail : Inbox.of(ticket.email())) {
        tab.show(mail.html());
        wrong.addAll(tab.look(Audit.MAIL, extreme.language, picture + "/mail-" + ++number));
      }
      tab.open(survey(ticket) + "?level=1");
      tab.page().fill("#comment", extreme.name + "</textarea>" + extreme.subject);
      assertThat(send(tab).status()).isEqualTo(200);
      wrong.addAll(tab.look(Audit.PAGE, extreme.language, picture + "/thanks"));
      tab.open(survey(ticket));
      assertThat(tab.page().inputValue("#comment")).contains("</textarea>");
      wrong.addAll(tab.look(Audit.PAGE, extreme.language, picture + "/answered"));
    }
    assertThat(wrong).isEmpty();
  }
}
