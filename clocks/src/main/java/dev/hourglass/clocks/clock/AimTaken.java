package dev.hourglass.clocks.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way to the deadline that a clock is held to.
 *
 * @param at when it was promised or set
 * @param eventId the fact that said so
 * @param edition the edition of the target and its calendar
 * @param budget the working time that the clock may run from its start on
 * @param asked the deadline as the agent set it, before pauses moved it
 * @param deadline what came of it with all pauses; missing while an open pause stands before it
 */
public record AimTaken(
    Instant at,
    String eventId,
    AimReason reason,
    String edition,
    String calendar,
    Duration budget,
    @Nullable Instant asked,
    @Nullable Instant deadline) {}
