package dev.hourglass.slamonitor.rest;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.rest.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads the parameter {@code at}: an instant with an offset that is not in the future. */
final class AsOf {

  static final String DESCRIPTION =
      "as of this instant: both as known today and as it was known then; not in the future";
  static final String EXAMPLE = "2026-11-23T10:15:00Z";

  private AsOf() {}

  /** Now; the log knows no more than milliseconds either. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Nobody knows what will happen; who asks may have a clock that runs ahead a little. */
  static @Nullable Instant read(@Nullable String text, Instant now) {
    Parameters parameters = new Parameters();
    Instant at = parameters.instant("at", text);
    if (at != null && at.isAfter(now.plus(HeardFact.ALLOWED_SKEW))) {
      parameters.wrong("at", "must not lie in the future");
    }
    parameters.refuseIfWrong();
    return at;
  }
}
