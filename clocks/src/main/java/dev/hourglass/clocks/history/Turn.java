package dev.hourglass.clocks.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the conversation in which the agents owe a public word.
 *
 * @param number from 1, in the order of time
 * @param answeredAt when the word came
 * @param droppedAt when nobody waited for it any more
 */
public record Turn(
    int number, Instant from, @Nullable Instant answeredAt, @Nullable Instant droppedAt) {}
