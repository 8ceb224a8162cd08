package dev.hourglass.clocks.history;

import java.time.Instant;

/**
 * Somebody took care of what was said about one clock, when and by which event.
 *
 * @param alert the id of what was said
 * @param by the role or post, as the team calls it
 */
public record Acknowledgement(Instant at, String eventId, String alert, String by) {}
