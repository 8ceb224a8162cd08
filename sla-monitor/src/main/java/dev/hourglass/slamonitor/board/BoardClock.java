package dev.hourglass.slamonitor.board;

import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One clock as the board lists it, with what people know its ticket by. */
public record BoardClock(
    UUID ticketId,
    @Nullable String reference,
    @Nullable String account,
    @Nullable Priority priority,
    Metric metric,
    int cycle,
    ClockStatus status,
    Instant startedAt,
    @Nullable Instant deadline,
    @Nullable Duration remaining,
    @Nullable Instant stoppedAt,
    Duration within,
    String calendar,
    boolean contractual) {}
