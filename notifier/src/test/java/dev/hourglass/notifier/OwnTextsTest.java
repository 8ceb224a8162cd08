package dev.hourglass.notifier;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.language.Languages;
import dev.hourglass.notifier.preview.Previews;
import dev.hourglass.notifier.preview.Sample;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With the folder {@code own-texts} of the test resources. */
@QuarkusTest
@TestProfile(OwnTextsTest.WithFolder.class)
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class OwnTextsTest {

  @Inject Previews previews;
  @Inject TextsWiring texts;
  @Inject Languages languages;

  /** Sets the folder. */
  public static class WithFolder implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "notifier.texts.folder",
          "src/test/resources/own-texts",
          "notifier.texts.channel-default.phone",
          "de",
          "notifier.texts.channel-zone.phone",
          "Europe/Vienna");
    }
  }

  @Test
  void ownWordsAreSaidInTheirLanguageOnly() {
    Sample german = sample(Language.DE, "urgent");
    assertThat(german.subject()).contains("Ihr Fall liegt uns vor: Meetings");
    assertThat(german.text())
        .contains("Bei Ihnen geht nichts mehr.", "spätestens nach 1\u00a0Stunde")
        .contains("Guten Tag Ada Lovelace,");
    assertThat(german.html()).contains("Ihr Fall liegt uns vor", "Bei Ihnen geht nichts mehr.");
    assertThat(sample(Language.EN, "urgent").subject()).contains("Your ticket is logged");
  }

  @Test
  @DisplayName("own words of alerts are in titles of mails and pages, too")
  void ownWordsOfAlerts() {
    Sample mail = previews.find("alert-mail").orElseThrow().sample(Language.DE, "breached");
    assertThat(mail.subject()).contains(" gerissen");
    assertThat(mail.html()).contains(" gerissen");
    Sample page = previews.find("acknowledge-page").orElseThrow().sample(Language.DE, "taken");
    assertThat(page.html()).contains(" hat es seit ");
  }

  @Test
  @DisplayName("what comes out of own words and templates is escaped as in ours")
  void escapingStaysOn() {
    Sample german = sample(Language.DE, "markup");
    assertThat(german.html())
        .contains("class=\"of-our-own\"", "&lt;b&gt;Automatisch&lt;/b&gt; &amp; von uns")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script", "<b>Auto", "<img");
    assertThat(german.text()).contains("<b>Automatisch</b> & von uns gesendet.");
  }

  @Test
  @DisplayName("a template that cannot write what ours writes is left out, and ours is sent")
  void whatDoesNotWorkIsLeftOut() {
    assertThat(sample(Language.EN, "urgent").text())
        .contains("What you can expect", "Reference: HG-4D6E");
    Sample survey = previews.find("survey").orElseThrow().sample(Language.NL, "short");
    assertThat(survey.html()).contains("?level=5", "class=\"of-our-own\"");
    assertThat(survey.text()).contains("?level=1");
  }

  @Test
  void everyProblemIsSaid() {
    assertThat(texts.refused())
        .anyMatch(each -> each.matches("messages/mail_de.*'greeting' lacks \\{name}"))
        .anyMatch(each -> each.matches("messages/mail_de.*'nonsense' is no text of that file"))
        .anyMatch(each -> each.matches("messages/mail_pl.properties is not used: none of .*"))
        .anyMatch(each -> each.matches("templates/mail/nothing.html is not used: none of .*"))
        .anyMatch(each -> each.matches("templates/mail/confirmationHtml.html is not .*'.raw'.*"))
        .anyMatch(each -> each.matches("templates/mail/confirmationText.txt is not .*nonsense.*"))
        .anyMatch(each -> each.matches("templates/mail/surveyHtml.html .* lacks http.*"))
        .anyMatch(each -> each.matches("templates/mail/surveyText.txt is not used: .*"))
        .hasSize(8);
    assertThat(get("/previews").asString())
        .contains("Texts of yours that are not used", "nothing.html");
  }

  @Test
  void theServiceIsReadyAndNotesIt() {
    var ready = get("/q/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.<List<Integer>>path("checks.findAll { it.name == 'texts' }.data.refused"))
        .containsExactly(8);
  }

  @Test
  @DisplayName("R24: the languages of channels are settings")
  void channelsSpeakAsSet() {
    assertThat(languages)
        .isEqualTo(
            new Languages(
                Map.of(Channel.PHONE, "de"), Map.of(Channel.PHONE, ZoneId.of("Europe/Vienna"))));
  }

  private Sample sample(Language language, String name) {
    return previews.find("confirmation").orElseThrow().sample(language, name);
  }
}
