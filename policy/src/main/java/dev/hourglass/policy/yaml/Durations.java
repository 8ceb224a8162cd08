package dev.hourglass.policy.yaml;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them. */
final class Durations {

  private static final String FORM =
      "a duration such as 4h, 30m, 20s, 500ms or PT1H30M (days are ambiguous)";

  /** Of a target, and so of the time before its end. */
  private static final Duration LONGEST = Duration.ofDays(3_653);

  private static final String TOO_LONG = "must be no longer than ten years";

  private static final Pattern SHORT = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

  private Durations() {}

  /** The duration in a field, if there is one. */
  static @Nullable Duration of(YamlNode node, String field) {
    return read(node, node.optionalText(field), field);
  }

  /** The duration that a text is; what is wrong with it is a problem of the field. */
  static @Nullable Duration read(YamlNode node, @Nullable String text, String field) {
    Duration duration = node.parsed(text, field, FORM, Durations::parse);
    if (duration != null && duration.compareTo(LONGEST) > 0) {
      node.problem(field, TOO_LONG);
      return null;
    }
    return duration;
  }

  /**
   * Reads a positive duration. Days are refused: whether a day is 24 hours or a working day is what
   * R4 complains about.
   */
  static Duration parse(String text) {
    Matcher matcher = SHORT.matcher(text);
    Duration duration =
        matcher.matches()
            ? ofShort(Long.parseLong(matcher.group(1)), matcher.group(2))
            : ofIso(text);
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a duration is positive");
    }
    return duration;
  }

  private static Duration ofShort(long count, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  private static Duration ofIso(String text) {
    if (!text.startsWith("PT")) {
      throw new IllegalArgumentException("not a duration without days");
    }
    return Duration.parse(text);
  }
}
