package dev.hourglass.policy;

import static dev.hourglass.policy.Policies.NEW;
import static dev.hourglass.policy.Policies.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.PriorityDefinition;
import dev.hourglass.policy.priority.DecisionTable;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTableTest {

  @ParameterizedTest(name = "{0} with workaround {1} is {2} by {3}")
  @DisplayName("S33 S35 S36 S37 S38 K13: impact and workaround make the priority")
  @CsvSource({
    "SERVICE_DOWN,      NONE,    P1, down-without-workaround",
    "SERVICE_DOWN,      PARTIAL, P2, down-with-workaround",
    "SERVICE_DOWN,      FULL,    P2, down-with-workaround",
    "SEVERELY_IMPAIRED, NONE,    P1, severe-without-workaround",
    "SEVERELY_IMPAIRED, PARTIAL, P2, severe-with-workaround",
    "SEVERELY_IMPAIRED, FULL,    P2, severe-with-workaround",
    "PARTLY_IMPAIRED,   NONE,    P2, partly-impaired",
    "PARTLY_IMPAIRED,   PARTIAL, P2, partly-impaired",
    "PARTLY_IMPAIRED,   FULL,    P3, partly-impaired-with-full-workaround",
    "FEATURE_ISSUE,     NONE,    P3, feature-issue",
    "FEATURE_ISSUE,     PARTIAL, P3, feature-issue",
    "FEATURE_ISSUE,     FULL,    P3, feature-issue",
    "QUESTION,          NONE,    P4, question",
    "QUESTION,          PARTIAL, P4, question",
    "QUESTION,          FULL,    P4, question"
  })
  void decides(Impact impact, Workaround workaround, Priority priority, String rule) {
    for (Edition edition : List.of(OLD, NEW)) {
      var decision = edition.decide(impact, workaround);
      assertThat(decision.priority()).isEqualTo(priority);
      assertThat(decision.reasons()).extracting(Reason::rule).containsExactly(rule);
    }
  }

  @ParameterizedTest
  @DisplayName("K13: a workaround that was not stated counts as none, and the reasons say so")
  @EnumSource(Impact.class)
  void countsAMissingWorkaroundAsNone(Impact impact) {
    var decision = NEW.decide(impact, null);
    assertThat(decision.priority()).isEqualTo(NEW.decide(impact, Workaround.NONE).priority());
    boolean matters = impact != Impact.FEATURE_ISSUE && impact != Impact.QUESTION;
    assertThat(
            decision.reasons().stream()
                .map(Reason::rule)
                .toList()
                .contains(DecisionTable.NOT_STATED))
        .isEqualTo(matters);
  }

  @Test
  @DisplayName("S34: the priorities have their names in German, Danish, Dutch and English")
  void namesPriorities() {
    assertThat(OLD.priorities())
        .extracting(PriorityDefinition::priority)
        .containsExactly(Priority.values());
    assertThat(OLD.priorities())
        .extracting(each -> each.names().get("de"))
        .containsExactly("Dringend", "Hoch", "Normal", "Niedrig");
    assertThat(OLD.priorities())
        .extracting(each -> each.names().get("da"))
        .containsExactly("Presserende", "Høj", "Normal", "Lav");
    assertThat(NEW.priorities())
        .allSatisfy(
            each ->
                assertThat(each.names().keySet())
                    .isEqualTo(each.definitions().keySet())
                    .containsExactlyInAnyOrderElementsOf(NEW.wording().languages()));
  }

  @Test
  @DisplayName(
      "S39 K12: the resources of each priority are a text; P1 'necessary' in 2020, 'reasonable' in 2021")
  void describesResources() {
    assertThat(OLD.priorities().get(0).resources().get("de")).startsWith("Notwendige Ressourcen");
    assertThat(NEW.priorities().get(0).resources().get("de")).startsWith("Angemessene Ressourcen");
    assertThat(NEW.priorities())
        .allSatisfy(
            each ->
                assertThat(each.resources().keySet())
                    .containsExactlyInAnyOrderElementsOf(NEW.wording().languages()));
  }
}
