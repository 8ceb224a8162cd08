package dev.hourglass.clocks.calendar;

import java.util.Optional;

/** Where a fold finds the calendars that promises name. */
@FunctionalInterface
public interface Calendars {

  /** The calendar of that name in that edition; empty while the edition has not been heard of. */
  Optional<WorkingCalendar> find(String edition, String calendar);
}
