package dev.hourglass.notifier.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or an HTTP date. */
final class RetryAfter {

  /** Who asks for more is asked again after a day all the same. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /** When to try again, not before {@code now}; empty if the header is missing or unreadable. */
  static Optional<Instant> of(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    try {
      Instant wished =
          header.strip().matches("\\d{1," + MOST_DIGITS + "}")
              ? now.plusSeconds(Long.parseLong(header.strip()))
              : ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                  .toInstant();
      Instant latest = now.plus(LONGEST);
      return Optional.of(wished.isBefore(now) ? now : wished.isAfter(latest) ? latest : wished);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
