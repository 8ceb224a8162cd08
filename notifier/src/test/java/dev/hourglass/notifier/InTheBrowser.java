package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Response;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.rendered.Chromium;
import dev.hourglass.notifier.rendered.ContactSheet;
import dev.hourglass.notifier.rendered.Tab;
import dev.hourglass.notifier.survey.SurveyToken;
import dev.hourglass.notifier.survey.SurveyTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The service and a browser that looks at it; pictures go to target/screenshots. */
abstract class InTheBrowser {

  static final Duration SOON = Duration.ofSeconds(90);
  static Chromium chromium;

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

  /** A ticket whose survey page is open. */
  AnyTicket solved(String language) {
    return solved(language, "Ada Lovelace", "Meetings fail for everyone");
  }

  /** A ticket of such a requester about such a thing, whose survey page is open. */
  AnyTicket solved(String language, String name, String subject) {
    AnyTicket ticket = anyTicket(language);
    TicketContent content = ticket.content(true, subject);
    TicketContent said =
        new TicketContent(
            content.reference(),
            content.account(),
            new Requester(ticket.email(), name, content.requester().role()),
            content.channel(),
            content.queue(),
            subject,
            content.description(),
            content.impact(),
            content.workaround(),
            language,
            true);
    Broker.say(Topics.TICKETS, ticket.created(said));
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
    Broker.say(Topics.TIMINGS, ticket.solved(1));
    await().atMost(SOON).until(() -> given().get(survey(ticket)).statusCode() == 200);
    return ticket;
  }

  /** The link of its survey, as a mail says it. */
  String survey(AnyTicket ticket) {
    return survey(ticket, Duration.ofDays(1));
  }

  String survey(AnyTicket ticket, Duration validFor) {
    var until = clock.instant().plus(validFor).truncatedTo(ChronoUnit.SECONDS);
    return "survey/" + tokens.sign(new SurveyToken(ticket.id(), 1, until));
  }

  /** Presses the button. */
  static Response send(Tab tab) {
    return tab.page().waitForNavigation(() -> tab.page().click("button[type=submit]"));
  }
}
