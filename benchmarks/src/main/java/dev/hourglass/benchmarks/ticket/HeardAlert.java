package dev.hourglass.benchmarks.ticket;

import dev.hourglass.contracts.alert.Alert;
import java.time.Instant;

/** An alert and when it reached a {@code read_committed} reader. */
public record HeardAlert(Alert alert, Instant arrivedAt) {}
