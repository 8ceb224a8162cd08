package dev.hourglass.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  private static final String RESTORATION =
      "{\"metric\":\"RESTORATION\",\"within\":\"PT4H\",\"calendar\":\"24x7\",\"pausedBy\":[],"
          + "\"warnAt\":[],\"contractual\":true%s}";

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"againOnReopening\":null", ",\"againOnReopening\":false"})
  void whatIsNotSaidAboutAReopeningIsNo(String field) throws JsonProcessingException {
    Target target = EventJson.mapper().readValue(RESTORATION.formatted(field), Target.class);

    assertThat(target.startsAgain()).isFalse();
    assertThat(EventJson.mapper().writeValueAsString(target)).isEqualTo(RESTORATION.formatted(""));
  }

  @Test
  void aRestorationWantedAnewSaysSo() throws JsonProcessingException {
    String json = RESTORATION.formatted(",\"againOnReopening\":true");
    Target target = EventJson.mapper().readValue(json, Target.class);

    assertThat(target.startsAgain()).isTrue();
    assertThat(EventJson.mapper().writeValueAsString(target)).isEqualTo(json);
  }

  @Test
  void onlyARestorationCanBeWantedAnew() {
    assertThatThrownBy(
            () ->
                new Target(
                    Metric.UPDATE,
                    Duration.ofHours(4),
                    "24x7",
                    Set.of(),
                    List.of(),
                    false,
                    true,
                    null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'againOnReopening' is for RESTORATION alone");
  }

  @Test
  @DisplayName("R22: levels ascend, and a target without levels is the same JSON as before")
  void levelsAscend() throws JsonProcessingException {
    Target target = EventJson.mapper().readValue(RESTORATION.formatted(""), Target.class);
    EscalationLevel first = EscalationLevel.atShare(1, 50, "team-lead", "mail");
    EscalationLevel second = EscalationLevel.after(2, Duration.ofHours(1), "director", "phone");

    assertThat(target.levels()).isEmpty();
    assertThat(target.escalatedAt(List.of())).isEqualTo(target);
    assertThat(target.escalatedAt(List.of(first, second)).levels()).containsExactly(first, second);
    assertThatThrownBy(() -> target.escalatedAt(List.of(second, first)))
        .hasMessage("the levels of 'escalateAt' ascend");
    assertThatThrownBy(() -> target.escalatedAt(List.of(first, first)))
        .hasMessage("the levels of 'escalateAt' ascend");
  }

  @ParameterizedTest(name = "{8}")
  @DisplayName("R22: a level that cannot be meant is refused")
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0|50|-|-|lead|mail|-|-|'level' starts at 1",
        "1|-|-|-|lead|mail|-|-|a level has one of 'sharePercent', 'timeBefore' and 'timeAfter'",
        "1|50|PT1H|-|lead|mail|-|-|a level has one of 'sharePercent', 'timeBefore' and 'timeAfter'",
        "1|0|-|-|lead|mail|-|-|'sharePercent' must be 1 to 1000",
        "1|1001|-|-|lead|mail|-|-|'sharePercent' must be 1 to 1000",
        "1|-|PT0S|-|lead|mail|-|-|'timeBefore' must be positive, and no longer than ten years",
        "1|-|-|PT-1S|lead|mail|-|-|'timeAfter' must be positive, and no longer than ten years",
        "1|50|-|-|-|mail|-|-|'to' is required",
        "1|50|-|-|jane@example.com|mail|-|-|'to' is 1 to 40 of a-z, 0-9, '.', '_' and '-', and starts with a letter or digit",
        "1|50|-|-|lead|Mail|-|-|'via' is 1 to 40 of a-z, 0-9, '.', '_' and '-', and starts with a letter or digit",
        "1|50|-|-|lead|mail|2|-|'repeat' and 'every' go together",
        "1|50|-|-|lead|mail|-|PT1H|'repeat' and 'every' go together",
        "1|50|-|-|lead|mail|21|PT1H|'repeat' must be 1 to 20",
        "1|50|-|-|lead|mail|2|PT0S|'every' must be positive, and no longer than ten years"
      })
  void aLevelThatCannotBeMeantIsRefused(
      int level,
      Integer share,
      Duration before,
      Duration after,
      String to,
      String via,
      Integer repeat,
      Duration every,
      String message) {
    assertThatThrownBy(
            () -> new EscalationLevel(level, share, before, after, to, via, repeat, every))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
