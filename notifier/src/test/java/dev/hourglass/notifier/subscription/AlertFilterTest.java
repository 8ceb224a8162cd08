package dev.hourglass.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertFilterTest {

  private final AlertTraits breach =
      new AlertTraits(
          "SlaBreached", Metric.FIRST_REPLY, null, Priority.P1, Plan.PREMIER, "A-1001", "de", null);

  @Test
  void aFilterThatAsksNothingWantsEverything() {
    assertThat(AlertFilter.everything().wants(breach)).isTrue();
    assertThat(AlertFilter.everything().wants(escalation(3, "director"))).isTrue();
  }

  @Test
  void eachPartMayExclude() {
    assertThat(filter(Set.of(Priority.P1), null, null, null).wants(breach)).isTrue();
    assertThat(filter(Set.of(Priority.P2), null, null, null).wants(breach)).isFalse();
    assertThat(filter(null, Set.of(Metric.FIRST_REPLY), null, null).wants(breach)).isTrue();
    assertThat(filter(null, Set.of(Metric.UPDATE), null, null).wants(breach)).isFalse();
    assertThat(filter(null, null, Set.of("SlaBreached"), null).wants(breach)).isTrue();
    assertThat(filter(null, null, Set.of("SlaAtRisk"), null).wants(breach)).isFalse();
    assertThat(filter(null, null, null, Set.of("DE", "AT")).wants(breach)).isTrue();
    assertThat(filter(null, null, null, Set.of("US")).wants(breach)).isFalse();
    assertThat(accounts("A-1001").wants(breach)).isTrue();
    assertThat(accounts("A-1002").wants(breach)).isFalse();
  }

  @Test
  @DisplayName("what nobody knows of an alert excludes it nowhere: no promise alarms everybody")
  void unknown() {
    AlertTraits noPromise = new AlertTraits("SlaAtRisk", null, 0, null, null, "A-1001", null, null);
    assertThat(filter(Set.of(Priority.P1), Set.of(Metric.UPDATE), null, Set.of("US")))
        .matches(filter -> filter.wants(noPromise));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, true", "4, false"})
  void levelsHaveBothEnds(int level, boolean wanted) {
    AlertFilter filter = levels(2, 3);
    assertThat(filter.wants(escalation(level, "team-lead"))).isEqualTo(wanted);
    assertThat(filter.wants(breach)).as("a breach has no level").isTrue();
  }

  @Test
  @DisplayName("R22: a level of the chain reaches those who subscribed to its addressee, alone")
  void addressees() {
    AlertFilter leads =
        new AlertFilter(null, null, null, null, null, null, null, null, Set.of("team-lead"));
    assertThat(leads.wants(escalation(1, "team-lead"))).isTrue();
    assertThat(leads.wants(escalation(2, "director"))).isFalse();
    assertThat(leads.wants(breach)).isFalse();
  }

  @Test
  void aRuleThatDoesNotHoldIsNamed() {
    assertThatThrownBy(() -> filter(null, null, Set.of("TicketSolved"), null))
        .hasMessageContaining("SlaBreachWithdrawn");
    assertThatThrownBy(() -> filter(null, null, null, Set.of("Germany")))
        .hasMessageContaining("country codes");
    assertThatThrownBy(() -> levels(3, 2)).hasMessageContaining("levelTo");
    assertThatThrownBy(() -> levels(-1, null)).hasMessageContaining("levelFrom");
  }

  private static AlertFilter filter(
      Set<Priority> priorities, Set<Metric> metrics, Set<String> kinds, Set<String> regions) {
    return new AlertFilter(priorities, null, null, metrics, kinds, null, null, regions, null);
  }

  private static AlertFilter accounts(String account) {
    return new AlertFilter(null, null, Set.of(account), null, null, null, null, null, null);
  }

  private static AlertFilter levels(Integer from, Integer to) {
    return new AlertFilter(null, null, null, null, null, from, to, null, null);
  }

  private static AlertTraits escalation(int level, String to) {
    return new AlertTraits(
        "TicketEscalated",
        Metric.RESTORATION,
        level,
        Priority.P1,
        Plan.PREMIER,
        "A-1001",
        "DE",
        to);
  }
}
