package dev.hourglass.notifier.confirmation;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static dev.hourglass.notifier.Fixtures.anyTicket;
import static dev.hourglass.notifier.Fixtures.target;
import static dev.hourglass.notifier.Fixtures.urgentPromise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.timing.TicketCompleted;
import dev.hourglass.notifier.Fixtures;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.edition.KnownEdition;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.language.Languages;
import dev.hourglass.notifier.ticket.Content;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {

  private final Shelf shelf = new Shelf();

  private final Confirmations confirmations =
      new Confirmations(Languages.ofNoChannel(), shelf, Set.of("24x7"));
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
  @DisplayName("S53: on business hours only the duration is said, while the edition is not at hand")
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

  @Test
  @DisplayName("S48, S53, K11: with the edition at hand, business hours end at a date and time")
  void workingHoursAreSaidAsDateAndTime() {
    shelf.hear(Shelf.published("2021", "2021"));
    PromiseLine line =
        confirmations.of(known(regional(Set.of(PauseReason.WAITING_CUSTOMER)))).promise().get(0);
    // Friday 14:05 to 17:00, and the rest of the eight hours from Monday 9:00 on.
    assertThat(line.by()).isEqualTo("Montag, 23. November 2026, 14:05");
    assertThat(line.zone()).isEqualTo("Mitteleuropäische Normalzeit, UTC+01:00");
    assertThat(line.within()).isEqualTo("8\u00a0Stunden");
    assertThat(line.workingHours()).isTrue();
    assertThat(line.waitsForRequester()).isTrue();
  }

  @Test
  @DisplayName("what counts from each further message stays a duration, whatever is at hand")
  void repliesToComeAreDurations() {
    shelf.hear(Shelf.published("2021", "2021"));
    Promise promise =
        new Promise("2021", List.of(target(Metric.NEXT_REPLY, Duration.ofHours(4), "hours-eu")));
    PromiseLine line = confirmations.of(known(promise)).promise().get(0);
    assertThat(line.by()).isNull();
    assertThat(line.workingHours()).isTrue();
    assertThat(line.waitsForRequester()).isFalse();
  }

  @Test
  @DisplayName(
      "S55, S56: who may call is told the numbers of their country, as printed and to dial")
  void phoneLines() {
    shelf.hear(Shelf.published("2021", "2021"));
    Phone phone = confirmations.of(known(urgentPromise())).phone();
    assertThat(phone.numbers())
        .containsExactly(
            new Phone.Number("+49.30.80098621", "2", "tel:+493080098621;ext=2", false),
            new Phone.Number("+49 0800.0010429", "2", "tel:+498000010429;ext=2", false));
    assertThat(phone.queue()).isEqualTo(Queue.TECHNICAL);
  }

  @Test
  @DisplayName("S56: every printed number of the policy is shown without its German extension")
  void printedNumbers() {
    KnownEdition edition = KnownEdition.of(Shelf.published("2021", "2021"));
    for (String country : Locale.getISOCountries()) {
      assertThat(Phone.of(edition.phoneLines(country), Queue.BILLING).numbers())
          .allSatisfy(number -> assertThat(number.printed()).matches("[+0-9][0-9 .]+[0-9]"))
          .allSatisfy(number -> assertThat(number.link()).matches("tel:\\+?[0-9]+(;ext=[0-9]+)?"));
    }
    assertThat(Phone.of(edition.phoneLines("BR"), Queue.BILLING).numbers())
        .containsExactly(new Phone.Number("0800.761.2618", "2", "tel:08007612618;ext=2", true));
    assertThat(Phone.of(edition.phoneLines("DK"), Queue.BILLING).hasNumbers()).isFalse();
  }

  @Test
  @DisplayName("S22: who may not call is told no number")
  void noPhoneForOthers() {
    KnownEdition edition = KnownEdition.of(Shelf.published("2021", "2021"));
    Basis premier = Fixtures.basis(null);
    assertThat(edition.mayCall(premier)).isTrue();
    Basis basic =
        new Basis(
            "A-1",
            true,
            AccountType.BASIC,
            Plan.ACCESS,
            Role.MEMBER,
            "DE",
            null,
            null,
            Channel.PHONE,
            Queue.TECHNICAL,
            Priority.P3);
    assertThat(edition.mayCall(basic)).isFalse();
  }

  @Test
  void whileTheEditionIsNotHeardOfNoNumberIsTold() {
    assertThat(confirmations.of(known(urgentPromise())).phone()).isNull();
  }

  private static Promise regional(Set<PauseReason> pausedBy) {
    return new Promise(
        "2021",
        List.of(
            new Target(
                Metric.RESTORATION, Duration.ofHours(8), "hours-eu", pausedBy, List.of(), true)));
  }

  private KnownTicket known(Promise promise) {
    return KnownTicket.unknown(ticket.id())
        .hears(ticket.created())
        .hearsFact(ticket.received())
        .hearsFact(ticket.prioritized(promise, null));
  }
}
