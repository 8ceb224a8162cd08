package dev.hourglass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.edition.Problem;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarRulesTest {

  private static final String CURRENT = ShippedEditions.document("2021");
  private static final String TOKYO =
      "zone: Asia/Tokyo\n    hours: [{days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY],"
          + " from: \"09:00\", to: \"17:00\"}]";
  private static final String MONDAYS =
      "zone: Asia/Tokyo\n    hours: [{days: [MONDAY], from: \"09:00\", to: \"%s\"}]";

  @ParameterizedTest
  @ValueSource(strings = {"zone: Asia/Tokyo", "zone: Asia/Tokyo\n    hours: []", "alwaysOn: false"})
  @DisplayName("A calendar with no working time is refused, with its place and the reason")
  void refusesACalendarWithoutHours(String calendar) {
    assertThat(problems(CURRENT.replace(TOKYO, calendar)))
        .containsExactly(
            new Problem(
                "/calendars/5/hours",
                "no working time: a calendar has working hours, or is 'alwaysOn: true'"));
  }

  @Test
  @DisplayName("A calendar whose every working day is closed is refused")
  void refusesACalendarThatIsAlwaysClosed() {
    String document =
        CURRENT.replace(TOKYO, MONDAYS.formatted("17:00") + "\n    specialDays: " + mondays(523));
    assertThat(problems(document))
        .containsExactly(
            new Problem("/calendars/5", "no working time in the 10 years from 2021-01-01"));
  }

  @Test
  @DisplayName("A calendar with less working time than a target takes is refused")
  void refusesATargetThatCannotBeCountedOut() {
    String oneMinuteAWeek =
        CURRENT
            .replaceFirst("(?s)\nescalation:\n.*?\n\n", "\n\n")
            .replace(TOKYO, MONDAYS.formatted("09:01"));
    assertThat(EditionYaml.read(oneMinuteAWeek.replace("P2: 8h", "P2: 522m"))).isNotNull();
    assertThat(problems(oneMinuteAWeek.replace("P2: 8h", "P2: 523m")))
        .containsExactly(
            new Problem(
                "/promises/0/targets/2/calendar",
                "calendar 'hours-jp' has less working time in 10 years than the PT8H43M of P2"));
  }

  @Test
  void refusesADateThatStandsTwice() {
    String document =
        CURRENT.replace(
            TOKYO,
            TOKYO
                + "\n    specialDays: [{date: 2026-05-01, name: A}, {date: 2026-05-01, name: B}]");
    assertThat(problems(document))
        .containsExactly(
            new Problem("/calendars/5/specialDays", "date '2026-05-01' stands 2 times"));
  }

  @Test
  void aReopenedTicketIsRestoredAnewIfTheEditionSaysSo() {
    String rule = "pausedBy: [WAITING_CUSTOMER]";
    var edition =
        EditionYaml.read(CURRENT.replace(rule, rule + "\n        againOnReopening: true"));
    var targets = edition.promises().get(0).targets();
    assertThat(targets)
        .filteredOn(target -> target.againOnReopening())
        .extracting(target -> target.metric())
        .containsExactly(Metric.RESTORATION);
    assertThat(target(edition).startsAgain()).isTrue();
    assertThat(target(Policies.NEW).startsAgain()).isFalse();
    assertThat(Policies.NEW.promises().get(0).targets())
        .noneMatch(target -> target.againOnReopening());
  }

  @Test
  void onlyARestorationCanBeWantedAnew() {
    String document =
        CURRENT.replace(
            "metric: FIRST_REPLY", "againOnReopening: true\n        metric: FIRST_REPLY");
    assertThat(problems(document))
        .extracting(Problem::toString)
        .contains("/promises/0/targets/1: 'againOnReopening' is for RESTORATION alone");
  }

  private static Target target(Edition edition) {
    return Policies.promise(
            edition, Policies.basis(AccountType.BUSINESS, Plan.PREMIER, Role.ADMIN, Priority.P1))
        .target(Metric.RESTORATION)
        .orElseThrow();
  }

  /** All Mondays from the start of the edition on, closed. */
  private static String mondays(int weeks) {
    LocalDate first = LocalDate.parse("2021-01-04");
    return IntStream.range(0, weeks)
        .mapToObj(week -> "{date: " + first.plusWeeks(week) + ", name: Closed}")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static List<Problem> problems(String document) {
    return catchThrowableOfType(InvalidEditionException.class, () -> EditionYaml.read(document))
        .problems();
  }
}
