package dev.hourglass.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.notifier.subscription.MailPlan.Going;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MailPlanTest {

  private static final Instant DAY = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-23T23:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-24T07:00:00Z");
  private static final Instant GATHERED = DAY.plusSeconds(60);

  private final MailPlan plan = new MailPlan(10, Duration.ofMinutes(1));

  @Test
  @DisplayName("with one mail more than may wait, all that wait are folded; with one fewer, none")
  void storm() {
    assertThat(going(null, Priority.P3, false, 9, DAY)).isEqualTo(new Going.Alone(DAY));
    assertThat(going(null, Priority.P3, false, 10, DAY))
        .isEqualTo(new Going.Folded(GATHERED, true));
  }

  @Test
  @DisplayName("old news is a line of a digest, and leaves what waits as it is")
  void late() {
    assertThat(going(null, Priority.P1, true, 0, DAY)).isEqualTo(new Going.Folded(GATHERED, false));
  }

  @Test
  @DisplayName("R10: in quiet hours an alert waits until they end, and is a line of a digest then")
  void quiet() {
    Going morning = new Going.Folded(MORNING, false);
    assertThat(going(nights(true), Priority.P2, false, 0, NIGHT)).isEqualTo(morning);
    assertThat(going(nights(true), null, false, 0, NIGHT)).isEqualTo(morning);
    assertThat(going(nights(true), Priority.P2, false, 0, DAY)).isEqualTo(new Going.Alone(DAY));
  }

  @Test
  @DisplayName("R10: P1 goes at night all the same, unless the subscriber says otherwise")
  void urgent() {
    assertThat(going(nights(true), Priority.P1, false, 0, NIGHT)).isEqualTo(new Going.Alone(NIGHT));
    assertThat(going(nights(false), Priority.P1, false, 0, NIGHT))
        .isEqualTo(new Going.Folded(MORNING, false));
  }

  private Going going(
      @Nullable QuietHours quiet,
      @Nullable Priority priority,
      boolean late,
      int waiting,
      Instant now) {
    return plan.going(
        new AlertTarget.Mailboxes(List.of("a@ops.example"), null, null, quiet),
        new AlertTraits("SlaBreached", null, null, priority, null, null, null, null),
        late,
        waiting,
        now);
  }

  private static QuietHours nights(boolean exceptP1) {
    QuietInterval night =
        new QuietInterval(
            EnumSet.allOf(DayOfWeek.class), LocalTime.parse("22:00"), LocalTime.parse("07:00"));
    return new QuietHours(ZoneOffset.UTC, List.of(night), exceptP1);
  }
}
