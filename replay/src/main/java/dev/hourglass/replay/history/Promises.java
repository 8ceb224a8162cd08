package dev.hourglass.replay.history;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.history.HeardFact;
import java.util.Collection;

/** What a ticket is promised in one of two folds, and the calendars on which that is counted. */
public interface Promises extends Calendars {

  /** The facts of one ticket with these promises among them; all others are as they were heard. */
  Collection<HeardFact> promised(Collection<HeardFact> facts);
}
