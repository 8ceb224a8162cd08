package dev.hourglass.ticketintake.rest;

import dev.hourglass.contracts.text.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of one request and collects all that is wrong. A blank text counts as missing;
 * what a single line holds is stripped.
 */
final class InputCheck {

  static final String MISSING = "is required";

  private static final int MAX_ACCOUNT = 64;
  private static final int MAX_EMAIL = 254;
  private static final int MAX_LOCALE = 35;

  /** Without '@' and blanks: the account is on {@code timings}, where no e-mail may be. */
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private static final String ATOM = "[^\\s\\p{Cntrl}@<>(),;:\"\\\\\\[\\].]+";
  private static final String LABEL = "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";

  /** What a mail relay may take; whether it exists is for the relay to say. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?=[^@]{1,64}@)" + ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")*");

  private final List<FieldError> errors = new ArrayList<>();

  void error(String pointer, String message) {
    errors.add(FieldError.at(pointer, message));
  }

  void error(String pointer, String message, List<String> allowed) {
    errors.add(FieldError.at(pointer, message, allowed));
  }

  /** The value, which must be there. */
  <T> @Nullable T required(String pointer, @Nullable T value) {
    if (value == null && errors.stream().noneMatch(error -> pointer.equals(error.pointer()))) {
      error(pointer, MISSING);
    }
    return value;
  }

  /** The value, which must be there and be one of an enum's. */
  <E extends Enum<E>> @Nullable E required(String pointer, @Nullable E value, Class<E> type) {
    if (value == null) {
      errors.add(FieldError.at(pointer, MISSING, FieldError.names(type.getEnumConstants())));
    }
    return value;
  }

  /** A text of several lines, kept as it is. */
  @Nullable String text(String pointer, @Nullable String value, int max) {
    return value == null
            || Texts.isInvisible(value)
            || !storable(pointer, value)
            || !fits(pointer, value, max)
        ? null
        : value;
  }

  /** A text of one line. */
  @Nullable String line(String pointer, @Nullable String value, int max) {
    if (value == null || Texts.isInvisible(value) || !storable(pointer, value)) {
      return null;
    }
    String line = Texts.stripped(value);
    if (!Texts.isOneLine(line)) {
      error(pointer, "must be one line without control characters");
      return null;
    }
    return fits(pointer, line, max) ? line : null;
  }

  @Nullable String account(String pointer, @Nullable String value) {
    String account = line(pointer, value, MAX_ACCOUNT);
    return matches(
        pointer, account, ACCOUNT, "must be letters, digits, '.', '_' and '-', e.g. ACME-1");
  }

  @Nullable String email(String pointer, @Nullable String value) {
    String email = line(pointer, value, MAX_EMAIL);
    return matches(pointer, email, EMAIL, "must be an e-mail address");
  }

  @Nullable String locale(String pointer, @Nullable String value) {
    String tag = line(pointer, value, MAX_LOCALE);
    try {
      return tag == null ? null : new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      error(pointer, "must be a BCP 47 language tag, e.g. de-AT");
      return null;
    }
  }

  /**
   * A time, to the millisecond.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400, if it is none or has no offset
   */
  static Instant instant(String pointer, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException | ArithmeticException e) {
      throw Problems.malformed(
          FieldError.at(pointer, "must be a time with offset, e.g. 2026-11-22T09:30:00+01:00"));
    }
  }

  /** Refuses the request if anything was wrong. */
  void done() {
    if (!errors.isEmpty()) {
      throw Problems.invalid(errors);
    }
  }

  private @Nullable String matches(
      String pointer, @Nullable String value, Pattern pattern, String message) {
    if (value != null && !pattern.matcher(value).matches()) {
      error(pointer, message);
      return null;
    }
    return value;
  }

  private boolean storable(String pointer, String value) {
    if (!Texts.isStorable(value)) {
      error(pointer, Texts.STORABLE);
      return false;
    }
    return true;
  }

  private boolean fits(String pointer, String value, int max) {
    if (Texts.length(value) > max) {
      error(pointer, "must have " + max + " characters at most");
      return false;
    }
    return true;
  }
}
