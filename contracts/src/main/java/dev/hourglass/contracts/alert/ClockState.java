package dev.hourglass.contracts.alert;

import static dev.hourglass.contracts.Rules.name;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.promise.Metric;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One clock as of an instant.
 *
 * @param deadline missing while paused: nobody knows yet
 * @param remaining working time left, while running or paused; missing once stopped, breached or
 *     cancelled
 * @param stoppedAt when it was met or cancelled
 */
public record ClockState(
    Metric metric,
    int cycle,
    ClockStatus status,
    Instant startedAt,
    @Nullable Instant deadline,
    @Nullable Duration remaining,
    @Nullable Instant stoppedAt,
    Duration within,
    String calendar,
    boolean contractual) {

  public ClockState {
    required(metric, "metric");
    required(status, "status");
    required(startedAt, "startedAt");
    required(within, "within");
    name(calendar, "calendar");
  }
}
