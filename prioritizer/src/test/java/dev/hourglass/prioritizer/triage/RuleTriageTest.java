package dev.hourglass.prioritizer.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.prioritizer.yaml.TriageRulesYaml;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTriageTest {

  private final Triage triage = TriageRulesYaml.shipped(0.6);

  @ParameterizedTest(name = "{1}: {0}")
  @DisplayName("S35 S36 S37 S38: words in English, German, Danish and Dutch suggest an impact")
  @CsvSource(
      delimiter = '|',
      value = {
        "The whole service is down since nine.                    | SERVICE_DOWN",
        "Our meeting service is currently down                    | SERVICE_DOWN",
        "Der Dienst ist ausgefallen, nichts geht mehr.            | SERVICE_DOWN",
        "Tjenesten er nede, intet virker.                         | SERVICE_DOWN",
        "De dienst ligt plat en is onbereikbaar.                  | SERVICE_DOWN",
        "Nobody can join any meeting.                             | SEVERELY_IMPAIRED",
        "Niemand kann sich anmelden, das ist kritisch für uns.    | SEVERELY_IMPAIRED",
        "Ingen kan logge ind.                                     | SEVERELY_IMPAIRED",
        "Niemand kan deelnemen aan vergaderingen.                 | SEVERELY_IMPAIRED",
        "Video is very slow for some users.                       | PARTLY_IMPAIRED",
        "Die Verbindung bricht ab, immer wieder.                  | PARTLY_IMPAIRED",
        "Lyden hakker, og forbindelsen er langsom.                | PARTLY_IMPAIRED",
        "Het beeld is erg traag en hapert.                        | PARTLY_IMPAIRED",
        "The share button doesn't work.                           | FEATURE_ISSUE",
        "Beim Speichern kommt eine Fehlermeldung.                 | FEATURE_ISSUE",
        "Knappen virker ikke.                                     | FEATURE_ISSUE",
        "De knop werkt niet.                                      | FEATURE_ISSUE",
        "How do I download a recording?                           | QUESTION",
        "Wie kann ich eine Aufzeichnung herunterladen?            | QUESTION",
        "Hvordan henter jeg en optagelse?                         | QUESTION",
        "Hoe kan ik een opname downloaden?                        | QUESTION"
      })
  void suggests(String text, Impact impact) {
    Assessment assessment = triage.assess(null, text);
    assertThat(assessment.impact()).isEqualTo(impact);
    assertThat(assessment.uncertain()).isFalse();
    assertThat(assessment.reasons())
        .extracting(Reason::rule)
        .allMatch(rule -> rule.startsWith("text-"));
  }

  @ParameterizedTest
  @DisplayName("K13: a negation takes the words back")
  @ValueSource(
      strings = {
        "The service is not down.", "Der Dienst ist nicht ausgefallen.", "Tjenesten er ikke nede.",
        "De dienst is niet onbereikbaar.", "There was never an outage", "Es gab keinen Ausfall"
      })
  void hearsNegations(String text) {
    assertThat(triage.assess(null, text).impact()).isNotEqualTo(Impact.SERVICE_DOWN);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @DisplayName("S35 S36: words suggest a workaround, too")
  @CsvSource(
      delimiter = '|',
      value = {
        "Everything is down and there is no workaround             | NONE",
        "Der Dienst ist ausgefallen, es gibt keine Problemumgehung | NONE",
        "Tjenesten er nede, ingen løsning                          | NONE",
        "De dienst ligt plat, geen tijdelijke oplossing            | NONE",
        "The service is down, as a workaround we use phones        | PARTIAL",
        "De dienst ligt plat, tijdelijke oplossing is bellen       | PARTIAL"
      })
  void suggestsWorkarounds(String text, Workaround workaround) {
    assertThat(triage.assess(null, text).workaround()).isEqualTo(workaround);
  }

  @Test
  void admitsThatItRecognisesNothing() {
    Assessment assessment = triage.assess("Hi", "Lorem ipsum dolor sit amet");
    assertThat(assessment.impact()).isEqualTo(Impact.FEATURE_ISSUE);
    assertThat(assessment.uncertain()).isTrue();
    assertThat(assessment.reasons())
        .extracting(Reason::rule)
        .containsExactly("text-nothing-recognised");
    assertThat(triage.assess(null, null)).isEqualTo(assessment);
  }

  @Test
  void isLessSureWhereWordsContradictEachOther() {
    Assessment clear = triage.assess(null, "The service is down");
    Assessment mixed =
        triage.assess(null, "The service is down. It is very slow. How do I report an error?");
    assertThat(mixed.confidence()).isLessThan(clear.confidence());
    assertThat(mixed.uncertain()).isTrue();
  }

  @Test
  void trustsTheSubjectMore() {
    assertThat(triage.assess("Service is down", "").confidence())
        .isGreaterThan(triage.assess("", "Service is down").confidence());
  }

  @Test
  @DisplayName("a hostile text is read in bounded time")
  void readsHostileTextsInBoundedTime() {
    String words = "is not * down ".repeat(200_000);
    String letters = "ä".repeat(2_000_000);
    String noise =
        new Random(7)
            .ints(500_000, 0, 0xFFFF)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          for (String text : List.of(words, letters, noise, "\u0000\uD800", "")) {
            assertThat(triage.assess(text, text)).isNotNull();
          }
        });
  }

  @Test
  void statesItsOwnRules() {
    assertThatThrownBy(
            () -> new TriageRule("both", Impact.QUESTION, Workaround.FULL, 1, "x", List.of("y")))
        .hasMessageContaining("an impact or a workaround");
    assertThatThrownBy(() -> new RuleTriage(List.of(), Set.of(), 1))
        .hasMessageContaining("between 0 and 1");
  }
}
