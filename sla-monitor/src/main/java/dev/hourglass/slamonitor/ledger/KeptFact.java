package dev.hourglass.slamonitor.ledger;

import dev.hourglass.clocks.ledger.LoggedFact;

/**
 * A fact and where the log holds it.
 *
 * @param event the CloudEvents document, as its speaker wrote it
 */
public record KeptFact(LoggedFact fact, String event, int partition, long offset) {}
