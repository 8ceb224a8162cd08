package dev.hourglass.benchmarks.delivery;

import java.time.Instant;

/**
 * A mail that came once more, under the same Message-ID.
 *
 * @param firstAt when it had been accepted for the first time
 * @param againAt when it was accepted this time
 */
public record Repeat(String recipient, Instant firstAt, Instant againAt) {}
