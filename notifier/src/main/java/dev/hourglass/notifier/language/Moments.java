package dev.hourglass.notifier.language;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Instants as a customer reads a clock: in their own zone and their own format.
 *
 * @param seconds whether seconds matter, because the promise is a matter of minutes
 */
public record Moments(ZoneId zone, Locale locale, boolean seconds) {

  /** For example {@code Sonntag, 22. November 2026, 14:05}. */
  public String dateAndTime(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    return plain(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(local)
            + ", "
            + time(local));
  }

  /** For example {@code Mitteleuropäische Normalzeit, UTC+01:00}, as it holds at that instant. */
  public String zoneName(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    String name = DateTimeFormatter.ofPattern("zzzz", locale).format(local);
    String offset = local.getOffset().getTotalSeconds() == 0 ? "" : local.getOffset().getId();
    String utc = "UTC" + offset;
    return name.equals(utc) || name.equals("Z") ? utc : name + ", " + utc;
  }

  /** Both, the zone in brackets. */
  public String dateTimeAndZone(Instant instant) {
    return dateAndTime(instant) + " (" + zoneName(instant) + ")";
  }

  private String time(ZonedDateTime local) {
    FormatStyle style = seconds ? FormatStyle.MEDIUM : FormatStyle.SHORT;
    return DateTimeFormatter.ofLocalizedTime(style).withLocale(locale).format(local);
  }

  /** Newer Javas put a narrow no-break space before am and pm, which some mail readers box. */
  private static String plain(String text) {
    return text.replace('\u202f', ' ');
  }
}
