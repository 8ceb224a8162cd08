package dev.hourglass.policy;

import static dev.hourglass.contracts.promise.Metric.CONFIRMATION;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static dev.hourglass.policy.Policies.NEW;
import static dev.hourglass.policy.Policies.OLD;
import static dev.hourglass.policy.Policies.basis;
import static dev.hourglass.policy.Policies.promise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.edition.Problem;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EscalationTest {

  private static final String CURRENT = ShippedEditions.document("2021");
  private static final String FIRST = "    sharePercent: 90\n";

  @ParameterizedTest
  @DisplayName("S29: a promise escalates where the plan includes automatic escalation: Premier+")
  @EnumSource(Priority.class)
  void escalatesWhereThePlanIncludesIt(Priority priority) {
    Promise promise = made(Plan.PREMIER_PLUS, priority);
    assertThat(promise.target(FIRST_REPLY).orElseThrow().levels())
        .containsExactly(
            EscalationLevel.atShare(1, 90, "team-lead", "mail"),
            EscalationLevel.atShare(2, 100, "duty-manager", "pager")
                .repeated(2, Duration.ofMinutes(10)),
            EscalationLevel.atShare(3, 150, "head-of-support", "pager"));
    assertThat(promise.target(CONFIRMATION).orElseThrow().levels()).isEmpty();
    promise.target(RESTORATION).ifPresent(target -> assertThat(target.levels()).hasSize(3));
  }

  @ParameterizedTest
  @DisplayName("S29: no promise escalates on another plan")
  @EnumSource(
      value = Plan.class,
      names = {"ACCESS", "PREMIER"})
  void noPromiseEscalatesOnAnotherPlan(Plan plan) {
    assertThat(made(plan, Priority.P1).targets()).allMatch(target -> target.levels().isEmpty());
  }

  @Test
  @DisplayName("S29: the older policy knows no automatic escalation")
  void theOlderPolicyKnowsNone() {
    assertThat(OLD.escalation()).isEmpty();
    List<Target> targets =
        promise(OLD, basis(AccountType.BUSINESS, Plan.PREMIER_PLUS, Role.ADMIN, Priority.P1))
            .targets();
    assertThat(targets).isNotEmpty().allMatch(target -> target.levels().isEmpty());
  }

  @ParameterizedTest(name = "{2}")
  @DisplayName("R22: an edition whose levels cannot be meant is refused with the reason")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "level: 1| level: 0| /escalation/0: 'level' starts at 1",
        "level: 2 #| level: 1 #| /escalation/1/level: level '1' of FIRST_REPLY stands twice",
        "level: 1| level: 3| /escalation/1/level: level '2' of RESTORATION stands after level '3'",
        "metrics: [FIRST| metrics: [THIRST| /escalation/0/metrics: 'THIRST_REPLY' is not one of"
            + " CONFIRMATION, FIRST_REPLY, NEXT_REPLY, UPDATE, RESTORATION, RESOLUTION",
        "metrics: [FIRST_REPLY, | metrics: [UPDATE, | /escalation/0/metrics: 'UPDATE' escalates, but"
            + " no target is about it",
        "metrics: [FIRST_REPLY, RESTORATION]| metrics: []| /escalation/0/metrics: is required: the"
            + " metrics whose clocks reach the level",
        "sharePercent: 90| sharePercent: 100| /escalation/1: level '2' does not come after level '1'"
            + " for FIRST_REPLY of P1",
        "sharePercent: 90| timeAfter: 10m| /escalation/1: level '2' does not come after level '1'"
            + " for RESTORATION of P2",
        "sharePercent: 90| timeBefore: 1h| /escalation/0/timeBefore: level '1' lies before the start"
            + " of the clock of FIRST_REPLY of P1",
        "sharePercent: 90| timeBefore: 1d| /escalation/0/timeBefore: '1d' is not a duration such as"
            + " 4h, 30m, 20s, 500ms or PT1H30M (days are ambiguous)",
        "sharePercent: 90| sharePercent: 1001| /escalation/0: 'sharePercent' must be 1 to 1000",
        "sharePercent: 150| timeAfter: 60000h| /escalation/2: calendar 'hours-us' has less working"
            + " time in 10 years than level '3' takes for RESTORATION of P2",
        "every: 10m| every: 20000h| /escalation/1: calendar 'hours-us' has less working time in 10"
            + " years than level '2' takes for RESTORATION of P2",
        "every: 10m| cheer: 10m| /escalation/1/cheer: unknown field",
        "repeat: 2| repeat: many| /escalation/1/repeat: 'many' is not a whole number",
        "repeat: 2| repeat: 21| /escalation/1: 'repeat' must be 1 to 20",
        "to: team-lead| to: Jane Doe| /escalation/0: 'to' is 1 to 40 of a-z, 0-9, '.', '_' and '-',"
            + " and starts with a letter or digit",
        "via: mail| by: mail| /escalation/0/via: is required",
        "benefit: AUTOMATIC_ESCALATION| benefit: PRIORITISED_RESPONSE| /escalation: nobody is given"
            + " AUTOMATIC_ESCALATION in 'benefits', so no level is ever reached"
      })
  void refusesLevelsThatCannotBeMeant(String text, String instead, String problem) {
    assertThat(problems(CURRENT.replaceFirst(inTheSection(text), "$1" + instead)))
        .contains(problem);
  }

  /** The first place of a text in the section, or in the benefits before it. */
  private static String inTheSection(String text) {
    String section = text.startsWith("benefit") ? "benefits" : "escalation";
    return "(?s)(\n" + section + ":\n.*?)" + java.util.regex.Pattern.quote(text);
  }

  @Test
  @DisplayName("R22: all that is wrong with the levels is said in one go")
  void saysAllInOneGo() {
    String document =
        CURRENT
            .replace(FIRST, "    sharePercent: 120\n")
            .replace("    sharePercent: 150\n", "    sharePercent: 110\n    timeAfter: 1h\n")
            .replace("    to: duty-manager\n", "");
    assertThat(problems(document))
        .contains(
            "/escalation/1/to: is required",
            "/escalation/2: a level has one of 'sharePercent', 'timeBefore' and 'timeAfter'");
    assertThat(problems(CURRENT.replace(FIRST, "    sharePercent: 200\n")))
        .contains(
            "/escalation/1: level '2' does not come after level '1' for FIRST_REPLY of P1",
            "/escalation/1: level '2' does not come after level '1' for RESTORATION of P2");
  }

  private static Promise made(Plan plan, Priority priority) {
    return promise(NEW, basis(AccountType.BUSINESS, plan, Role.ADMIN, priority));
  }

  private static List<String> problems(String document) {
    return catchThrowableOfType(InvalidEditionException.class, () -> EditionYaml.read(document))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }
}
