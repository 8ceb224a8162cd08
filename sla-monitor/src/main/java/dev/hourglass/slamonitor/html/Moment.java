package dev.hourglass.slamonitor.html;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instant on the page.
 *
 * @param iso in UTC, for machines
 * @param text with its offset, for people
 */
public record Moment(String iso, String text) {

  static Moment of(Instant instant) {
    return of(instant, ZoneOffset.UTC);
  }

  static Moment of(Instant instant, ZoneId zone) {
    return new Moment(instant.toString(), Words.time(instant, zone));
  }

  static @Nullable Moment orNull(@Nullable Instant instant, ZoneId zone) {
    return Optional.ofNullable(instant).map(at -> of(at, zone)).orElse(null);
  }
}
