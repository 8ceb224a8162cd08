package dev.hourglass.benchmarks.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Instant DEADLINE = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final Map<Deadline, Instant> BOTH_DUE =
      Map.of(Deadline.firstReply(ONE), DEADLINE, Deadline.firstReply(OTHER), DEADLINE);

  @Test
  void each_heard_once_is_right_and_its_lateness_counts() {
    Verdict verdict = Verdict.of(BOTH_DUE, List.of(breach(ONE, 120), breach(OTHER, 180)));

    assertThat(verdict.right()).isTrue();
    assertThat(verdict.visible().at(50)).isEqualTo(120);
    assertThat(verdict.visible().max()).isEqualTo(180);
    assertThat(verdict.detected().max()).isEqualTo(90);
  }

  @Test
  void one_that_is_not_heard_is_missed() {
    Verdict verdict = Verdict.of(BOTH_DUE, List.of(breach(ONE, 120)));

    assertThat(verdict.missed()).isEqualTo(1);
    assertThat(verdict.right()).isFalse();
  }

  @Test
  void one_that_is_heard_again_is_twice_and_its_first_arrival_counts() {
    Verdict verdict =
        Verdict.of(BOTH_DUE, List.of(breach(ONE, 120), breach(OTHER, 130), breach(ONE, 900)));

    assertThat(verdict.twice()).isEqualTo(1);
    assertThat(verdict.visible().max()).isEqualTo(130);
    assertThat(verdict.right()).isFalse();
  }

  @Test
  void one_of_a_clock_that_was_kept_or_of_another_deadline_is_false() {
    Map<Deadline, Instant> due = Map.of(Deadline.firstReply(ONE), DEADLINE.plusMillis(1));

    Verdict verdict = Verdict.of(due, List.of(breach(ONE, 120), breach(OTHER, 120)));

    assertThat(verdict.wrong()).isEqualTo(2);
    assertThat(verdict.missed()).isEqualTo(1);
  }

  @Test
  void one_that_is_taken_back_is_not_right() {
    SlaBreachWithdrawn withdrawn =
        new SlaBreachWithdrawn(
            ONE,
            Metric.FIRST_REPLY,
            1,
            0,
            "breach",
            DEADLINE,
            DEADLINE.plusSeconds(2),
            WithdrawnBecause.STOPPED_IN_TIME,
            "HG-1",
            null);

    Verdict verdict =
        Verdict.of(
            BOTH_DUE,
            List.of(
                breach(ONE, 120),
                breach(OTHER, 120),
                new HeardAlert(withdrawn, DEADLINE.plusSeconds(3))));

    assertThat(verdict.withdrawn()).isEqualTo(1);
    assertThat(verdict.right()).isFalse();
  }

  private static HeardAlert breach(UUID ticketId, int lateMillis) {
    SlaBreached breach =
        new SlaBreached(
            ticketId,
            Metric.FIRST_REPLY,
            1,
            0,
            DEADLINE,
            DEADLINE.plusMillis(lateMillis / 2),
            lateMillis / 2,
            false,
            Evidence.COMPLETE,
            true,
            Duration.ofHours(1),
            "HG-1",
            null,
            Priority.P1,
            Plan.PREMIER,
            Targets.EDITION);
    return new HeardAlert(breach, DEADLINE.plusMillis(lateMillis));
  }
}
