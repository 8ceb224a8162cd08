package dev.hourglass.slamonitor.ticket;

import java.time.Duration;

/**
 * How long things are kept.
 *
 * @param afterEnd how long a ticket that is over keeps its facts in the store
 * @param marker how long the marker of it stays after that
 * @param orphans how long facts wait for their ticket to be received
 */
public record Retention(Duration afterEnd, Duration marker, Duration orphans) {}
