package dev.hourglass.clocks.calendar;

/** Which rule of a calendar decides whether a moment counts. */
public enum CalendarRule {
  /** Every moment counts. */
  ALWAYS_ON,
  /** It lies inside or outside of the hours of the week. */
  WEEKLY_HOURS,
  /** A special day has hours of its own, or takes the hours of the week away. */
  SPECIAL_DAY
}
