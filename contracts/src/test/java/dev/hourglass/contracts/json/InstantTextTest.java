package dev.hourglass.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  @Test
  @DisplayName("every instant is read as it was written, to the nanosecond")
  void everyInstantIsReadAsItWasWritten() {
    Random random = new Random(20_260_329);
    for (int i = 0; i < 20_000; i++) {
      long second = FIRST + (long) (random.nextDouble() * (LAST - FIRST));
      int nanos = random.nextInt(1_000_000_000);
      for (int unit : new int[] {1, 1_000, 1_000_000, 1_000_000_000}) {
        Instant instant = Instant.ofEpochSecond(second, nanos / unit * (long) unit);
        assertThat(InstantText.plain(instant.toString())).isEqualTo(instant);
      }
    }
  }

  @Test
  @DisplayName("every instant is written as the JDK writes it")
  void everyInstantIsWrittenAsTheJdkWritesIt() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 20_000; i++) {
      long second = FIRST + (long) (random.nextDouble() * (LAST - FIRST) * 1.001);
      int nanos = random.nextInt(1_000_000_000);
      for (int unit : new int[] {1, 1_000, 1_000_000, 1_000_000_000}) {
        Instant instant = Instant.ofEpochSecond(second, nanos / unit * (long) unit);
        assertThat(InstantText.write(instant)).isEqualTo(instant.toString());
      }
    }
    for (Instant end : new Instant[] {Instant.MIN, Instant.MAX, Instant.EPOCH}) {
      assertThat(InstantText.write(end)).isEqualTo(end.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-29T24:00:00Z",
        "2026-03-29T01:59:59.1Z",
        "2026-03-29T01:59:59.123456789Z",
        "2026-03-29t01:59:59z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z"
      })
  @DisplayName("what is written in another way is read as the JDK reads it")
  void whatIsWrittenInAnotherWayIsReadAsTheJdkReadsIt(String text) {
    assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-03-29",
        "2026-03-29T01:59:59",
        "2026-03-29T01:59:59,5Z",
        "2026-03-29T01:59:59.1234567890Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-03-29T25:00:00Z",
        "2026-03-29T01:60:00Z",
        "2026-03-29T01:59:5\u0669Z"
      })
  @DisplayName("what is no instant is refused, as the JDK refuses it")
  void whatIsNoInstantIsRefused(String text) {
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
