package dev.hourglass.notifier.delivery;

import java.time.Instant;

/**
 * A delivery that should exist.
 *
 * @param dueAt not before then
 * @param ready whether nothing more is waited for, so that one that waits may go at once
 */
public record Wanted(DeliveryKind kind, int cycle, Instant dueAt, boolean ready) {}
