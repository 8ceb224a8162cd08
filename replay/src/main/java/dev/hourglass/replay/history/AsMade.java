package dev.hourglass.replay.history;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.history.HeardFact;
import java.util.Collection;
import java.util.Optional;

/**
 * The promises that were made.
 *
 * @param calendars of the editions under which they were
 */
public record AsMade(Calendars calendars) implements Promises {

  @Override
  public Collection<HeardFact> promised(Collection<HeardFact> facts) {
    return facts;
  }

  @Override
  public Optional<WorkingCalendar> find(String edition, String calendar) {
    return calendars.find(edition, calendar);
  }
}
