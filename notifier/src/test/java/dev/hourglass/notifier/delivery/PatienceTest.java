package dev.hourglass.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Patience patience =
      new Patience(Duration.ofSeconds(30), Duration.ofMinutes(15), 3, () -> 0);

  @Test
  void theFirstPauseIsShort() {
    assertThat(patience.after(null, NOW)).isEqualTo(new Pause(NOW, NOW.plusSeconds(30)));
  }

  @Test
  @DisplayName("who asks during a pause does not make it longer, who asks at its end does")
  void bothSidesOfTheEnd() {
    Pause first = patience.after(null, NOW);
    assertThat(patience.after(first, NOW.plusMillis(29_999))).isEqualTo(first);
    assertThat(patience.after(first, NOW.plusSeconds(30)))
        .isEqualTo(new Pause(NOW, NOW.plusSeconds(60)));
  }

  @Test
  void aPauseLastsAsLongAsItsProviderHasBeenAskingButNotForEver() {
    Pause pause = new Pause(NOW, NOW.plusSeconds(600));
    assertThat(patience.after(pause, NOW.plusSeconds(600)).until())
        .isEqualTo(NOW.plusSeconds(1200));
    Pause long1 = new Pause(NOW, NOW.plusSeconds(7200));
    assertThat(patience.after(long1, NOW.plusSeconds(7200)).until())
        .isEqualTo(NOW.plusSeconds(7200 + 900));
  }

  @Test
  @DisplayName("long after a pause its provider starts anew")
  void bothSidesOfForgetting() {
    Pause pause = new Pause(NOW, NOW.plusSeconds(30));
    Instant last = NOW.plusSeconds(30).plus(Duration.ofMinutes(15));
    assertThat(patience.after(pause, last).since()).isEqualTo(NOW);
    assertThat(patience.after(pause, last.plusMillis(1)).since()).isEqualTo(last.plusMillis(1));
  }

  @Test
  void chanceAddsAQuarterAtMost() {
    Patience most = new Patience(Duration.ofSeconds(40), Duration.ofHours(1), 3, () -> 1 - 1e-9);
    assertThat(most.after(null, NOW).until()).isEqualTo(NOW.plusSeconds(50));
  }

  @Test
  @DisplayName("a delivery that was put off as often as the limit says is given up")
  void bothSidesOfTheLimit() {
    assertThat(patience.isExhausted(2)).isFalse();
    assertThat(patience.isExhausted(3)).isTrue();
  }
}
