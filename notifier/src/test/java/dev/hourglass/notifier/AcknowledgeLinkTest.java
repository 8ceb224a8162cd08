package dev.hourglass.notifier;

import static dev.hourglass.notifier.AlertFixtures.reference;
import static dev.hourglass.notifier.AlertFixtures.say;
import static dev.hourglass.notifier.AlertFixtures.ticket;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.notifier.alert.AcknowledgeToken;
import dev.hourglass.notifier.alert.AcknowledgeTokens;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class AcknowledgeLinkTest {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Pattern LINK = Pattern.compile("/acknowledge/[A-Za-z0-9._-]+");

  private final AlertFixtures alerts = new AlertFixtures(Instant.now());
  private final UUID ticketId = ticket();

  @Inject AcknowledgeTokens tokens;

  @Test
  @DisplayName("R22, R25: the link shows a page and records nothing; its button does, once")
  void once() {
    String link = link("fr");
    for (int i = 0; i < 3; i++) {
      Response page = given().get(link);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.asString())
          .contains("lang=\"fr\"", reference(ticketId), "value=\"team-leads\"", "Je prends");
      assertThat(given().head(link).statusCode()).isEqualTo(200);
    }
    assertThat(facts()).isEmpty();

    Response thanks = post(link, "by=night-shift");
    assertThat(thanks.statusCode()).isEqualTo(200);
    assertThat(thanks.asString()).contains("Pris en charge par night-shift");
    Response later = post(link, "by=director");
    assertThat(later.asString()).contains("night-shift").doesNotContain("director");
    assertThat(given().get(link).asString()).contains("night-shift").doesNotContain("<form");

    await().atMost(SOON).until(() -> !facts().isEmpty());
    assertThat(facts()).hasSize(1);
    AlertAcknowledged fact = (AlertAcknowledged) facts().get(0).data();
    assertThat(fact.by()).isEqualTo("night-shift");
  }

  @Test
  void nobodyNamedIsTheSubscription() {
    post(link("en"), "");
    await().atMost(SOON).until(() -> !facts().isEmpty());
    assertThat(((AlertAcknowledged) facts().get(0).data()).by()).isEqualTo("team-leads");
  }

  @Test
  void aNameOfAPersonIsRefusedAndShownBackAsText() {
    String link = link("en");
    Response refused = post(link, "by=%3Cb%3EJane+Doe");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("role or post", "&lt;b&gt;Jane Doe")
        .doesNotContain("<b>");
    assertThat(post(link, "by=%ZZ").statusCode()).isEqualTo(400);
    assertThat(facts()).isEmpty();
  }

  @Test
  @DisplayName("the page allows no script, is kept nowhere and leaks its link to nobody")
  void headers() {
    Response page = given().get(link("en"));
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
    assertThat(page.asString()).doesNotContain("<script");
  }

  @Test
  void aLinkOfOthersOrOfLongAgoShowsThatItIsNone() {
    Response unknown = given().header("Accept-Language", "nl").get("/acknowledge/AAAA.BBBB");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.asString()).contains("Deze link werkt niet");
    Matcher known = Pattern.compile("/acknowledge/(.+)").matcher(link("en"));
    assertThat(known.find()).isTrue();
    AcknowledgeToken token = tokens.verify(known.group(1)).orElseThrow();
    String old =
        tokens.sign(
            new AcknowledgeToken(
                token.alert(), token.subscription(), Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(given().get("/acknowledge/" + old).statusCode()).isEqualTo(410);
    assertThat(post("/acknowledge/" + old, "by=team-lead").statusCode()).isEqualTo(410);
    assertThat(facts()).isEmpty();
  }

  /** The link in the mail about a breach. */
  private String link(String language) {
    alerts.mail(", \"language\": \"" + language + "\"", "");
    say(alerts.breach(ticketId));
    await().atMost(SOON).until(() -> Inbox.of(alerts.mailbox).size() == 1);
    Matcher link = LINK.matcher(Inbox.of(alerts.mailbox).get(0).text());
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private List<Event<Fact>> facts() {
    return Broker.said(Topics.TIMINGS, ticketId, Topics.NOTIFIER);
  }

  private static Response post(String link, String form) {
    return given()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .body(form)
        .post(link);
  }
}
