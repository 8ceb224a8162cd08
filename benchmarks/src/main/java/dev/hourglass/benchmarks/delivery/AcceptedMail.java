package dev.hourglass.benchmarks.delivery;

import java.time.Instant;

/**
 * A mail that a relay took.
 *
 * @param recipient as the envelope names it
 * @param messageId as the mail says it; empty if it says none
 * @param acceptedAt when it was stored, just before the sender was told
 */
public record AcceptedMail(String recipient, String messageId, Instant acceptedAt) {}
