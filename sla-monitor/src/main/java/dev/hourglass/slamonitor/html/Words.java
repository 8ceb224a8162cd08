package dev.hourglass.slamonitor.html;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times, spans and names as the page shows them; exact, and a time never without its offset. */
final class Words {

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("EEE uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern(" xxx")
          .toFormatter(Locale.ENGLISH);

  private Words() {}

  static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }

  static String time(Instant instant) {
    return time(instant, ZoneOffset.UTC);
  }

  /** Such as {@code 26 h 3 min 0.5 s}: days would leave open how long they are. */
  static String span(Duration span) {
    List<String> parts = new ArrayList<>();
    if (span.toHours() > 0) {
      parts.add(span.toHours() + " h");
    }
    if (span.toMinutesPart() > 0) {
      parts.add(span.toMinutesPart() + " min");
    }
    if (span.toSecondsPart() > 0 || span.toNanosPart() > 0 || parts.isEmpty()) {
      parts.add(seconds(span) + " s");
    }
    return String.join(" ", parts);
  }

  /** {@code FIRST_REPLY} is {@code first reply}. */
  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The first cycle goes without its number. */
  static String clock(Metric metric, int cycle) {
    return cycle == 1 ? name(metric) : name(metric) + " " + cycle;
  }

  static String waiting(PauseReason reason) {
    return switch (reason) {
      case WAITING_CUSTOMER -> "waiting for the customer";
      case WAITING_THIRD_PARTY -> "waiting for a third party";
    };
  }

  /** The same at the head of a line. */
  static String title(Enum<?> value) {
    String name = name(value);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The name of a status or reason as a class of the style sheet. */
  static String style(Enum<?> value) {
    return name(value).replace(' ', '-');
  }

  private static String seconds(Duration span) {
    if (span.toNanosPart() == 0) {
      return Integer.toString(span.toSecondsPart());
    }
    String fraction = String.format(Locale.ROOT, "%09d", span.toNanosPart());
    return span.toSecondsPart() + "." + fraction.replaceAll("0+$", "");
  }
}
