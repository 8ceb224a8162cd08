package dev.hourglass.prioritizer.ticket;

import java.time.Instant;

/** The tickets that are not over, when an edition is published that is for them, too (R21). */
public interface OpenTickets {

  /**
   * Makes a new promise under an edition to each open ticket that has one under an older edition.
   * What was said before stays said; doing it again, after a kill too, says nothing twice.
   *
   * @param edition the id of a published edition
   * @param now when it is done, UTC
   * @throws IllegalArgumentException if there is no such edition
   */
  void repromise(String edition, Instant now);
}
