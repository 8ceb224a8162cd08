package dev.hourglass.policy.edition;

import dev.hourglass.contracts.edition.WorkingInterval;
import java.util.BitSet;
import java.util.List;

/** The minutes of a week, to see whether working hours overlap. */
final class WeekHours {

  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  private WeekHours() {}

  /** Whether any minute of the week is said twice. */
  static boolean overlap(List<WorkingInterval> hours) {
    BitSet taken = new BitSet(WEEK);
    for (WorkingInterval interval : hours) {
      int start = (interval.day().getValue() - 1) * DAY + minutes(interval.from());
      int end = start + length(interval);
      for (int minute = start; minute < end; minute++) {
        if (taken.get(minute % WEEK)) {
          return true;
        }
        taken.set(minute % WEEK);
      }
    }
    return false;
  }

  /** The length of an interval in minutes, by the clock on the wall. */
  static int length(WorkingInterval interval) {
    int from = minutes(interval.from());
    int to = minutes(interval.to());
    return to > from ? to - from : to + DAY - from;
  }

  private static int minutes(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }
}
