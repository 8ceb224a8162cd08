package dev.hourglass.notifier.confirmation;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static dev.hourglass.notifier.Fixtures.anyTicket;
import static dev.hourglass.notifier.Fixtures.target;
import static dev.hourglass.notifier.Fixtures.urgentPromise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.timing.TicketCompleted;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.language.Languages;
import dev.hourglass.notifier.ticket.Content;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {

  private final Confirmations confirmations =
      new Confirmations(Languages.ofNoChannel(), new Shelf(), Set.of("24x7"));
  private final AnyTicket ticket = anyTicket("de");

  @Test
  @DisplayName("S40, S41: deadlines on a round-the-clock calendar are received plus target")
  void deadlinesAreDatesAndTimes() {
    Confirmation confirmation = confirmations.of(known(urgentPromise()));

    assertThat(confirmation.priority()).isEqualTo(Priority.P1);
    assertThat(confirmation.understood()).containsExactly(Understood.DOWN_WITHOUT_WORKAROUND);
    assertThat(confirmation.promise())
        .extracting(PromiseLine::metric, PromiseLine::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Metric.FIRST_REPLY, "Freitag, 20. November 2026, 15:05"),
            org.assertj.core.groups.Tuple.tuple(
                Metric.RESTORATION, "Freitag, 20. November 2026, 18:05"));
    assertThat(confirmation.countsWorkingHours()).isFalse();
  }

  @Test
  @DisplayName("S53: on business hours only the duration is said, for the hours are not at hand")
  void workingHoursAreSaidAsDuration() {
    Promise promise =
        new Promise("2021", List.of(target(Metric.RESTORATION, Duration.ofHours(8), "hours-eu")));
    Confirmation confirmation = confirmations.of(known(promise));

    PromiseLine line = confirmation.promise().get(0);
    assertThat(line.by()).isNull();
    assertThat(line.within()).isEqualTo("8\u00a0Stunden");
    assertThat(confirmation.countsWorkingHours()).isTrue();
  }

  @Test
  void aTargetOfSecondsIsSaidToTheSecond() {
    Promise promise =
        new Promise("demo", List.of(target(Metric.FIRST_REPLY, Duration.ofSeconds(20), "24x7")));
    assertThat(confirmations.of(known(promise)).promise().get(0).by()).endsWith("14:05:20");
  }

  @Test
  @DisplayName("K15: the deadlines of a completed ticket count from its completion")
  void completedTicketsCountFromCompletion() {
    KnownTicket completed =
        known(urgentPromise())
            .hearsFact(
                ticket.fact(2, new TicketCompleted(ticket.id(), RECEIVED.plusSeconds(3600))));
    assertThat(confirmations.of(completed).promise().get(0).by()).endsWith("16:05");
  }

  @Test
  void withoutAPromiseNothingIsPromised() {
    Confirmation confirmation =
        confirmations.of(KnownTicket.unknown(ticket.id()).hears(ticket.created()));
    assertThat(confirmation.isPrioritized()).isFalse();
    assertThat(confirmation.promise()).isEmpty();
    assertThat(confirmation.receivedAt()).contains("13:05 (").contains("UTC)");
  }

  @Test
  @DisplayName("K15: an improper ticket is asked for what it lacks, whatever was promised")
  void improperTicketsAreAskedForTheRest() {
    KnownTicket improper =
        KnownTicket.unknown(ticket.id())
            .hears(ticket.created(ticket.content(false, "Help")))
            .hearsFact(ticket.prioritized());
    Confirmation confirmation = confirmations.of(improper);
    assertThat(confirmation.missing())
        .containsExactly(Content.Missing.ACCOUNT, Content.Missing.DESCRIPTION);
    assertThat(confirmation.isPrioritized()).isFalse();
  }

  @Test
  @DisplayName("R24: the account's language is used where the ticket wishes none")
  void theLanguageFallsBack() {
    AnyTicket silent = anyTicket(null);
    KnownTicket known =
        KnownTicket.unknown(silent.id())
            .hears(silent.created())
            .hearsFact(silent.prioritized(urgentPromise(), "nl"));
    assertThat(confirmations.of(known).language()).isEqualTo(Language.NL);
  }

  private KnownTicket known(Promise promise) {
    return KnownTicket.unknown(ticket.id())
        .hears(ticket.created())
        .hearsFact(ticket.received())
        .hearsFact(ticket.prioritized(promise, null));
  }
}
