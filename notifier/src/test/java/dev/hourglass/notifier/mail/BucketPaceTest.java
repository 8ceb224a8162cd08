package dev.hourglass.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hourglass.notifier.delivery.Pace;
import dev.hourglass.notifier.delivery.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketPaceTest {

  @Test
  void eachProviderHasItsRateAndTheOthersShareNone() {
    BucketPace pace =
        new BucketPace(Map.of("slow.example", Rate.of("2/h"), "default", Rate.of("240/m")));
    assertThat(taken(pace, "slow.example")).isEqualTo(1);
    assertThat(taken(pace, "one.example")).as("a second's worth at once").isBetween(4L, 49L);
    assertThat(taken(pace, "two.example")).isBetween(4L, 49L);
    Optional<Pace.Wait> wait = pace.take("slow.example");
    assertThat(wait).isPresent();
    assertThat(wait.get().until()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(30));
    assertThat(wait.get().step()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void withoutARateThereIsNoLimit() {
    assertThat(taken(new BucketPace(Map.of()), "any.example")).isEqualTo(50);
  }

  @Test
  void aRateIsWrittenAsSoManyInATime() {
    assertThat(Rate.of("20/s")).isEqualTo(new Rate(20, Duration.ofSeconds(1)));
    assertThat(Rate.of(" 600/m ").step()).isEqualTo(Duration.ofMillis(100));
    assertThat(Rate.of("1000000/h").messages()).isEqualTo(1_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "0/s", "1000001/s", "20/d", "-1/s", "20 /s", "99999999999/s"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(text));
  }

  /** How many of fifty may go at once. */
  private static long taken(BucketPace pace, String provider) {
    long taken = 0;
    while (taken < 50 && pace.take(provider).isEmpty()) {
      taken++;
    }
    return taken;
  }
}
