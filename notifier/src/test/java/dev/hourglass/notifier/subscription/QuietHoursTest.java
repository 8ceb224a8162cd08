package dev.hourglass.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final QuietHours nightsAndWeekends =
      new QuietHours(
          BERLIN,
          List.of(interval(EVERY_DAY, "22:00", "07:00"), interval(WEEKEND, "00:00", "00:00")),
          true);

  @ParameterizedTest
  @CsvSource({
    // Monday 2026-11-23 in Berlin, UTC+1.
    "2026-11-23T20:59:59.999Z, ''",
    "2026-11-23T21:00:00Z, 2026-11-24T06:00:00Z",
    "2026-11-24T05:59:59.999Z, 2026-11-24T06:00:00Z",
    "2026-11-24T06:00:00Z, ''",
    // Friday night runs into the weekend, and that into Monday's morning.
    "2026-11-27T21:00:00Z, 2026-11-30T06:00:00Z",
    "2026-11-28T12:00:00Z, 2026-11-30T06:00:00Z"
  })
  @DisplayName("R10: quiet hours hold from their beginning up to their end, both sides of each")
  void bothSides(Instant now, String end) {
    assertThat(nightsAndWeekends.end(now).map(Instant::toString).orElse("")).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    // The night of 28 to 29 March 2026 is an hour shorter, that of 24 to 25 October an hour longer.
    "2026-03-26T22:00:00Z, 2026-03-27T06:00:00Z",
    "2026-03-29T20:00:00Z, 2026-03-30T05:00:00Z",
    "2026-10-22T20:00:00Z, 2026-10-23T05:00:00Z",
    "2026-10-25T21:00:00Z, 2026-10-26T06:00:00Z"
  })
  @DisplayName("R7, R10: they follow the clock of their zone through summer time")
  void summerTime(Instant now, Instant end) {
    assertThat(nightsAndWeekends.end(now)).contains(end);
  }

  @Test
  void aWholeWeekIsRefusedAndAMinuteLessIsNot() {
    assertThatThrownBy(() -> always(interval(EVERY_DAY, "00:00", "00:00")))
        .hasMessageContaining("whole week");
    assertThatThrownBy(
            () ->
                always(
                    interval(EVERY_DAY, "00:00", "12:00"), interval(EVERY_DAY, "12:00", "00:00")))
        .hasMessageContaining("whole week");
    QuietHours almost = always(interval(EVERY_DAY, "00:00", "23:59"));
    assertThat(almost.end(Instant.parse("2026-11-23T22:58:59Z")))
        .contains(Instant.parse("2026-11-23T22:59:00Z"));
    assertThat(almost.end(Instant.parse("2026-11-23T22:59:00Z"))).isEmpty();
  }

  @Test
  void theyBeginAndEndAtWholeMinutesOnNamedDays() {
    assertThatThrownBy(() -> always(interval(EVERY_DAY, "22:00:30", "07:00")))
        .hasMessageContaining("whole minutes");
    assertThatThrownBy(() -> interval(Set.of(), "22:00", "07:00")).hasMessageContaining("one day");
    assertThatThrownBy(() -> new QuietHours(BERLIN, List.of(), null))
        .hasMessageContaining("1 to 20");
  }

  private static QuietHours always(QuietInterval... intervals) {
    return new QuietHours(BERLIN, List.of(intervals), null);
  }

  private static QuietInterval interval(Set<DayOfWeek> days, String from, String to) {
    return new QuietInterval(days, LocalTime.parse(from), LocalTime.parse(to));
  }
}
