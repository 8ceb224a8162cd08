package dev.hourglass.clocks.alert;

import dev.hourglass.contracts.alert.Alert;
import java.time.Instant;

/**
 * Something to say.
 *
 * @param id the stable id of the alert
 * @param dueAt the instant that it is about; earlier ones are said first
 */
public record Utterance(String id, Instant dueAt, Alert alert) {}
