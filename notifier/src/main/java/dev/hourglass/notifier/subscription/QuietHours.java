package dev.hourglass.notifier.subscription;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a subscriber is left in peace (R10). What falls into it waits until it ends.
 *
 * @param zone whose clock the intervals are read on; intervals follow it through summer time
 * @param exceptP1 whether alerts of priority P1 go all the same; true if missing
 */
public record QuietHours(ZoneId zone, List<QuietInterval> intervals, @Nullable Boolean exceptP1) {

  private static final int MOST = 20;
  private static final int DAY_MINUTES = 24 * 60;
  private static final int WEEK_MINUTES = 7 * DAY_MINUTES;

  public QuietHours {
    required(zone, "zone");
    rule(
        intervals != null && !intervals.isEmpty() && intervals.size() <= MOST,
        "quiet hours have 1 to " + MOST + " 'intervals'");
    intervals = List.copyOf(intervals);
    exceptP1 = exceptP1 == null || exceptP1;
    // Else nothing would ever be sent, and nobody would see why.
    rule(minutes(intervals) < WEEK_MINUTES, "quiet hours must not fill the whole week");
  }

  /** When the peace that holds at {@code now} ends; empty if none holds. */
  public Optional<Instant> end(Instant now) {
    ZonedDateTime at = now.atZone(zone);
    ZonedDateTime end = at;
    // Each round passes one interval; a week of those that touch each other has an end.
    for (Optional<ZonedDateTime> next = over(end); next.isPresent(); next = over(end)) {
      end = next.get();
    }
    return end.equals(at) ? Optional.empty() : Optional.of(end.toInstant());
  }

  private Optional<ZonedDateTime> over(ZonedDateTime at) {
    for (LocalDate day : List.of(at.toLocalDate(), at.toLocalDate().minusDays(1))) {
      for (QuietInterval each : intervals) {
        if (each.days().contains(day.getDayOfWeek())
            && !at.isBefore(each.start(day, zone))
            && at.isBefore(each.end(day, zone))) {
          return Optional.of(each.end(day, zone));
        }
      }
    }
    return Optional.empty();
  }

  private static int minutes(List<QuietInterval> intervals) {
    BitSet week = new BitSet(WEEK_MINUTES);
    for (QuietInterval each : intervals) {
      for (DayOfWeek day : each.days()) {
        int start = day.ordinal() * DAY_MINUTES + minute(each.from());
        int length = minute(each.to()) - minute(each.from());
        for (int i = 0; i < (length > 0 ? length : length + DAY_MINUTES); i++) {
          week.set((start + i) % WEEK_MINUTES);
        }
      }
    }
    return week.cardinality();
  }

  private static int minute(LocalTime time) {
    rule(
        time.getSecond() == 0 && time.getNano() == 0, "quiet hours begin and end at whole minutes");
    return time.getHour() * 60 + time.getMinute();
  }
}
