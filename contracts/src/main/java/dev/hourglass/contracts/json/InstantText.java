package dev.hourglass.contracts.json;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Instants as events write them, {@code 2026-03-29T01:59:59.123Z}. A fact has several, and the
 * general formatter takes longer over them than all else that is done on reading the fact.
 */
final class InstantText {

  private static final String FORM = "dddd-dd-ddTdd:dd:dd";
  private static final int POINT = FORM.length();
  private static final int MOST_DIGITS = 9;
  private static final int DECIMAL = 10;
  private static final int THOUSAND = 1_000;
  private static final long FIRST_SECOND = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private InstantText() {}

  /**
   * Reads an instant, in whichever form of ISO 8601.
   *
   * @throws DateTimeException if it is none
   */
  static Instant parse(String text) {
    Instant plain = plain(text);
    return plain == null ? Instant.parse(text) : plain;
  }

  /** The instant, or nothing if it is not written in the plain form; then it may still be one. */
  static @Nullable Instant plain(String text) {
    int end = text.length() - 1;
    if (!hasForm(text, end)) {
      return null;
    }
    int nanos = number(text, Math.min(POINT + 1, end), end);
    for (int digits = end - POINT - 1; digits > 0 && digits < MOST_DIGITS; digits++) {
      nanos *= DECIMAL;
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, POINT),
              nanos)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      // 24:00 and leap seconds: the general formatter knows what they are.
      return null;
    }
  }

  /** The instant as {@link Instant#toString()} has it. */
  static String write(Instant instant) {
    if (instant.getEpochSecond() < FIRST_SECOND || instant.getEpochSecond() > LAST_SECOND) {
      return instant.toString();
    }
    LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    byte[] text = new byte[POINT + 1 + MOST_DIGITS + 1];
    digits(text, 0, 4, time.getYear());
    digits(text, 5, 7, time.getMonthValue());
    digits(text, 8, 10, time.getDayOfMonth());
    digits(text, 11, 13, time.getHour());
    digits(text, 14, 16, time.getMinute());
    digits(text, 17, POINT, time.getSecond());
    text[4] = '-';
    text[7] = '-';
    text[10] = 'T';
    text[13] = ':';
    text[16] = ':';
    int end = fraction(text, instant.getNano());
    text[end] = 'Z';
    return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
  }

  /** Writes none, three, six or nine digits; returns where they end. */
  private static int fraction(byte[] text, int nanos) {
    if (nanos == 0) {
      return POINT;
    }
    int digits = MOST_DIGITS;
    int value = nanos;
    while (value % THOUSAND == 0) {
      value /= THOUSAND;
      digits -= 3;
    }
    text[POINT] = '.';
    digits(text, POINT + 1, POINT + 1 + digits, value);
    return POINT + 1 + digits;
  }

  private static void digits(byte[] text, int from, int to, int number) {
    int left = number;
    for (int i = to - 1; i >= from; i--) {
      text[i] = (byte) ('0' + left % DECIMAL);
      left /= DECIMAL;
    }
  }

  private static boolean hasForm(String text, int end) {
    if (end < POINT || end == POINT + 1 || end > POINT + 1 + MOST_DIGITS) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char wanted = i < POINT ? FORM.charAt(i) : i == POINT ? '.' : 'd';
      char found = text.charAt(i);
      if (wanted == 'd' ? found < '0' || found > '9' : found != wanted) {
        return false;
      }
    }
    return text.charAt(end) == 'Z';
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * DECIMAL + text.charAt(i) - '0';
    }
    return number;
  }
}
