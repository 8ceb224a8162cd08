package dev.hourglass.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                    Metric.UPDATE, Duration.ofHours(4), "24x7", Set.of(), List.of(), false, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'againOnReopening' is for RESTORATION alone");
  }
}
