package dev.hourglass.contracts;

/** Checks that values make on themselves when they are constructed; the message states the rule. */
public final class Rules {

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

  /** Returns an unmodifiable copy, empty where there is none. */
  public static <T> java.util.List<T> listOf(java.util.Collection<? extends T> values) {
    return values == null ? java.util.List.of() : java.util.List.copyOf(values);
  }
}
