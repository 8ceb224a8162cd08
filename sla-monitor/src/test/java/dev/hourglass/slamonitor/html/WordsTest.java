package dev.hourglass.slamonitor.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT59S, 59 s",
    "PT1M, 1 min",
    "PT1H0.5S, 1 h 0.5 s",
    "PT26H3M, 26 h 3 min",
    "PT0.000000001S, 0.000000001 s",
    "PT61M1.25S, 1 h 1 min 1.25 s"
  })
  void spansAreExact(Duration span, String words) {
    assertThat(Words.span(span)).isEqualTo(words);
  }

  @Test
  @DisplayName("R8: a time never stands without its offset")
  void timesHaveTheirOffset() {
    Instant instant = Instant.parse("2026-11-23T23:30:00.250Z");
    assertThat(Words.time(instant)).isEqualTo("Mon 2026-11-23 23:30:00.25 +00:00");
    assertThat(Words.time(instant, ZoneId.of("Europe/Berlin")))
        .isEqualTo("Tue 2026-11-24 00:30:00.25 +01:00");
    assertThat(Words.time(Instant.parse("2026-07-01T00:00:00Z"), ZoneId.of("Asia/Kolkata")))
        .isEqualTo("Wed 2026-07-01 05:30:00 +05:30");
  }

  @Test
  void namesAreWords() {
    assertThat(Words.title(Metric.FIRST_REPLY)).isEqualTo("First reply");
    assertThat(Words.waiting(PauseReason.WAITING_CUSTOMER)).isEqualTo("waiting for the customer");
    assertThat(Words.style(Metric.FIRST_REPLY)).isEqualTo("first-reply");
  }
}
