package dev.hourglass.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlameTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration COMMIT = Duration.ofSeconds(5);
  private static final List<Kill> KILLS = List.of(kill(10), kill(60));
  private static final Map<String, Integer> NONE_COUNTED = Map.of();

  @Test
  void a_mail_accepted_just_before_a_kill_and_again_after_it_is_the_kills() {
    Blame blame = Blame.of(List.of(repeat("ada", 59_999, 70_000)), KILLS, COMMIT, Map.of("ada", 1));

    assertThat(blame.ofKills()).containsExactly(0, 1);
    assertThat(blame.most()).isEqualTo(1);
    assertThat(blame.explained()).isEqualTo(1);
    assertThat(blame.unexplained()).isZero();
    assertThat(blame.uncounted()).isZero();
  }

  @Test
  void the_moment_before_a_kill_is_as_long_as_a_commit_may_take() {
    assertThat(unexplained(repeat("ada", 5_000, 70_000))).isZero();
    assertThat(unexplained(repeat("ada", 4_999, 70_000))).isEqualTo(1);
  }

  @Test
  void a_mail_accepted_while_the_process_ends_is_the_kills_and_one_after_it_is_not() {
    assertThat(unexplained(repeat("ada", 10_100, 70_000))).isZero();
    assertThat(unexplained(repeat("ada", 10_101, 50_000))).isEqualTo(1);
  }

  @Test
  void a_mail_that_came_again_before_the_kill_is_not_the_kills() {
    assertThat(unexplained(repeat("ada", 9_000, 10_000))).isEqualTo(1);
    assertThat(unexplained(repeat("ada", 9_000, 10_001))).isZero();
  }

  @Test
  void each_mail_that_came_again_must_be_counted_by_the_notifier() {
    List<Repeat> repeats =
        List.of(
            repeat("ada", 9_000, 20_000),
            repeat("ada", 59_000, 70_000),
            repeat("bo", 59_500, 71_000));

    assertThat(Blame.of(repeats, KILLS, COMMIT, Map.of("ada", 2, "bo", 3)).uncounted()).isZero();
    assertThat(Blame.of(repeats, KILLS, COMMIT, Map.of("ada", 1, "bo", 3)).uncounted())
        .isEqualTo(1);
    assertThat(Blame.of(repeats, KILLS, COMMIT, NONE_COUNTED).uncounted()).isEqualTo(3);
  }

  private static int unexplained(Repeat repeat) {
    return Blame.of(List.of(repeat), KILLS, COMMIT, NONE_COUNTED).unexplained();
  }

  private static Kill kill(int second) {
    return new Kill(NOON.plusSeconds(second), NOON.plusSeconds(second).plusMillis(100));
  }

  private static Repeat repeat(String recipient, int firstMillis, int againMillis) {
    return new Repeat(recipient, NOON.plusMillis(firstMillis), NOON.plusMillis(againMillis));
  }
}
