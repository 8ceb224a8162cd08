package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static dev.hourglass.notifier.SurveyStory.SOON;
import static dev.hourglass.notifier.SurveyStory.answer;
import static dev.hourglass.notifier.SurveyStory.attempts;
import static dev.hourglass.notifier.SurveyStory.due;
import static dev.hourglass.notifier.SurveyStory.mails;
import static dev.hourglass.notifier.SurveyStory.page;
import static dev.hourglass.notifier.SurveyStory.sent;
import static dev.hourglass.notifier.SurveyStory.solved;
import static dev.hourglass.notifier.SurveyStory.states;
import static dev.hourglass.notifier.SurveyStory.surveySentAt;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.SurveyStory.Unhurried;
import dev.hourglass.notifier.delivery.DeliveryWorker;
import dev.hourglass.notifier.postgres.TicketRow;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unhurried.class)
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class SurveyTimesTest {

  private static final Duration MILLI = Duration.ofMillis(1);

  @Inject DeliveryWorker worker;
  @Inject Clock clock;

  private final AnyTicket ticket = anyTicket();

  @Test
  @DisplayName("S59: the survey goes its delay after the solving, and not before")
  void bothSidesOfTheDelay() {
    Instant due = solvedNow().plus(Unhurried.DELAY);
    assertThat(due(ticket, "SURVEY")).containsExactly(due);
    worker.runOnce(due.minus(MILLI));
    assertThat(attempts(ticket)).isZero();
    worker.runOnce(due);
    assertThat(attempts(ticket)).isEqualTo(1);
    sent(worker, due, ticket, 1);
    assertThat(states(ticket, "SURVEY")).containsExactly("SENT");
  }

  @Test
  @DisplayName("R25: a ticket opened again within the delay gets no survey")
  void reopenedBefore() {
    Instant due = solvedNow().plus(Unhurried.DELAY);
    reopen();
    await().atMost(SOON).until(() -> states(ticket, "SURVEY").equals(List.of("WITHDRAWN")));
    worker.runOnce(due);
    assertThat(mails(ticket)).isEmpty();
  }

  @Test
  @DisplayName("R25: reopening withdraws the reminders and closes the link; closing does not")
  void reopenedAfter() {
    String page = page(asked());
    Broker.say(Topics.TIMINGS, ticket.fact(12, new TicketClosed(ticket.id(), clock.instant())));
    await().atMost(SOON).until(this::isClosed);
    assertThat(get(page).statusCode()).isEqualTo(200);
    assertThat(states(ticket, "SURVEY_REMINDER")).containsExactly("PENDING", "PENDING");

    reopen();
    await()
        .atMost(SOON)
        .until(() -> states(ticket, "SURVEY_REMINDER").equals(List.of("WITHDRAWN", "WITHDRAWN")));
    assertThat(get(page).statusCode()).isEqualTo(410);
    assertThat(answer(page, 1).statusCode()).isEqualTo(410);
    worker.runOnce(surveySentAt(ticket).plus(Unhurried.REMIND_AFTER));
    assertThat(mails(ticket)).hasSize(1);
  }

  @Test
  @DisplayName("R25: who does not answer is reminded twice as is set, each once, and then no more")
  void reminders() {
    asked();
    Instant sentAt = surveySentAt(ticket);
    Instant first = sentAt.plus(Unhurried.REMIND_AFTER);
    Instant second = first.plus(Unhurried.REMIND_AFTER);
    assertThat(due(ticket, "SURVEY_REMINDER")).containsExactly(first, second);
    worker.runOnce(first.minus(MILLI));
    assertThat(mails(ticket)).hasSize(1);
    sent(worker, first, ticket, 2);
    worker.runOnce(second.minus(MILLI));
    assertThat(mails(ticket)).hasSize(2);
    sent(worker, second, ticket, 3);
    worker.runOnce(second.plus(Duration.ofDays(21)));
    assertThat(mails(ticket)).hasSize(3);
    assertThat(mails(ticket).stream().map(mail -> mail.headers().get("Message-ID")).distinct())
        .hasSize(3);
    ReceivedMail reminder = mails(ticket).get(1);
    assertThat(reminder.subject()).contains("A reminder: how did we do?");
    assertThat(answer(page(reminder), 4).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("R25: who has answered is not reminded")
  void answeredBeforeTheReminder() {
    answer(page(asked()), 2).then().statusCode(200);
    assertThat(states(ticket, "SURVEY_REMINDER")).containsExactly("WITHDRAWN", "WITHDRAWN");
    worker.runOnce(surveySentAt(ticket).plus(Duration.ofDays(27)));
    assertThat(mails(ticket)).hasSize(1);
  }

  @Test
  @DisplayName("R25: nobody is reminded of a survey that has ended")
  void expiredBeforeTheReminder() {
    asked();
    worker.runOnce(surveySentAt(ticket).plus(Duration.ofDays(29)));
    assertThat(states(ticket, "SURVEY_REMINDER")).containsExactly("WITHDRAWN", "WITHDRAWN");
    assertThat(mails(ticket)).hasSize(1);
  }

  private ReceivedMail asked() {
    return sent(worker, solvedNow().plus(Unhurried.DELAY), ticket, 1).get(0);
  }

  private Instant solvedNow() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    solved(ticket, now);
    return now;
  }

  private boolean isClosed() {
    return QuarkusTransaction.requiringNew()
        .call(() -> TicketRow.<TicketRow>findById(ticket.id()).closedAt != null);
  }

  private void reopen() {
    Broker.say(
        Topics.TIMINGS, ticket.fact(15, new TicketReopened(ticket.id(), clock.instant(), 2)));
  }
}
