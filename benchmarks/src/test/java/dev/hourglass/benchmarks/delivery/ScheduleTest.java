package dev.hourglass.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void a_hundred_a_second_come_ten_milliseconds_apart_for_the_whole_window() {
    Schedule schedule = new Schedule(BEGIN, 100, Duration.ofMinutes(1));

    assertThat(schedule.count()).isEqualTo(6_000);
    assertThat(schedule.at(0)).isEqualTo(BEGIN);
    assertThat(schedule.at(1)).isEqualTo(BEGIN.plusMillis(10));
    assertThat(schedule.at(5_999)).isEqualTo(BEGIN.plusSeconds(60).minusMillis(10));
  }

  @Test
  void a_rate_that_does_not_divide_a_second_stays_in_time() {
    Schedule schedule = new Schedule(BEGIN, 3, Duration.ofSeconds(10));

    assertThat(schedule.at(30)).isEqualTo(BEGIN.plusSeconds(10));
  }

  @Test
  void nobody_is_no_rate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule(BEGIN, 0, Duration.ofSeconds(10)));
  }
}
