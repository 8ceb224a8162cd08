package dev.hourglass.contracts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks that values make on themselves when they are constructed; the message states the rule. */
public final class Rules {

  /** What the number, reference or id of something may take, in characters. */
  public static final int LONGEST_NAME = 200;

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  private Rules() {}

  /**
   * Returns {@code value} if it is there.
   *
   * @throws IllegalArgumentException if it is missing, with a message that names the field
   */
  public static <T> T required(T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException("'" + field + "' is required");
    }
    return value;
  }

  /**
   * Refuses a value that breaks a rule.
   *
   * @throws IllegalArgumentException with the rule as its message, if {@code holds} is false
   */
  public static void rule(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /**
   * Returns {@code value} if it is there and short enough to be a name: the number, reference or id
   * of something.
   *
   * @throws IllegalArgumentException if it is missing or too long
   */
  public static String name(String value, String field) {
    return optionalName(required(value, field), field);
  }

  /**
   * Like {@link #name} where there may be none.
   *
   * @throws IllegalArgumentException if it is too long
   */
  public static @Nullable String optionalName(@Nullable String value, String field) {
    rule(
        value == null || value.length() <= LONGEST_NAME,
        "'" + field + "' is longer than " + LONGEST_NAME + " characters");
    return value;
  }

  /**
   * Returns {@code value} if it is a code: what machines call somebody or something, never the name
   * or address of a person.
   *
   * @throws IllegalArgumentException if it is missing or none
   */
  public static String code(String value, String field) {
    rule(
        CODE.matcher(required(value, field)).matches(),
        "'"
            + field
            + "' is 1 to 40 of a-z, 0-9, '.', '_' and '-', and starts with a letter or digit");
    return value;
  }

  /** Returns an unmodifiable copy, empty where there is none. */
  public static <T> java.util.List<T> listOf(java.util.Collection<? extends T> values) {
    return values == null ? java.util.List.of() : java.util.List.copyOf(values);
  }
}
