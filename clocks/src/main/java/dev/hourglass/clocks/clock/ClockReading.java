package dev.hourglass.clocks.clock;

import static dev.hourglass.contracts.alert.ClockStatus.AT_RISK;
import static dev.hourglass.contracts.alert.ClockStatus.BREACHED;
import static dev.hourglass.contracts.alert.ClockStatus.CANCELLED;
import static dev.hourglass.contracts.alert.ClockStatus.MET;
import static dev.hourglass.contracts.alert.ClockStatus.MET_LATE;
import static dev.hourglass.contracts.alert.ClockStatus.PAUSED;
import static dev.hourglass.contracts.alert.ClockStatus.RUNNING;

import dev.hourglass.contracts.alert.ClockStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one clock as of {@code now}.
 *
 * @param dropped when the promise lost the target, if it did
 * @param acknowledged when somebody first took care of what was said about it
 */
record ClockReading(
    Episode episode,
    Aim aim,
    Optional<Instant> dropped,
    Optional<Instant> acknowledged,
    Instant now) {

  SlaClock clock() {
    List<Warning> warnings = aim.warnings();
    ClockStatus status = status(warnings);
    return new SlaClock(
        episode.metric(),
        episode.cycle(),
        status,
        episode.startedAt(),
        status == PAUSED ? null : aim.deadline().orElse(null),
        remaining(status),
        isDropped() ? earlier(episode.endedAt(), dropped.get()) : episode.endedAt(),
        aim.target(),
        warnings,
        aim.escalations(),
        acknowledged.orElse(null));
  }

  private ClockStatus status(List<Warning> warnings) {
    if (isDropped()) {
      return CANCELLED;
    }
    if (episode.stoppedAt() != null) {
      return inTime(episode.stoppedAt()) ? MET : MET_LATE;
    }
    if (episode.cancelledAt() != null) {
      return inTime(episode.cancelledAt()) ? CANCELLED : BREACHED;
    }
    if (!inTime(now)) {
      return BREACHED;
    }
    if (aim.deadline().isEmpty()) {
      return PAUSED;
    }
    return warnings.stream().anyMatch(warning -> !warning.dueAt().isAfter(now)) ? AT_RISK : RUNNING;
  }

  /** Whether the promise lost the target before it was kept. */
  private boolean isDropped() {
    return dropped.isPresent() && !metBefore(dropped.get());
  }

  private @Nullable Duration remaining(ClockStatus status) {
    if (status == PAUSED) {
      Duration left = aim.budget().minus(aim.run().by(now));
      return left.isNegative() ? Duration.ZERO : left;
    }
    if (status == RUNNING || status == AT_RISK) {
      return aim.run().calendar().between(now, aim.deadline().orElseThrow());
    }
    return null;
  }

  private boolean metBefore(Instant instant) {
    Instant stopped = episode.stoppedAt();
    return stopped != null && !stopped.isAfter(instant) && inTime(stopped);
  }

  private boolean inTime(Instant instant) {
    return aim.deadline().map(deadline -> !instant.isAfter(deadline)).orElse(true);
  }

  private static Instant earlier(@Nullable Instant a, Instant b) {
    return a != null && a.isBefore(b) ? a : b;
  }
}
