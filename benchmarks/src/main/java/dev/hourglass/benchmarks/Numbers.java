package dev.hourglass.benchmarks;

import dev.hourglass.replay.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the numbers of a command line. */
final class Numbers {

  private static final double NANOS = 1e9;

  private Numbers() {}

  /** A whole number of at least {@code least}; {@code otherwise} if the option is not there. */
  static long whole(Arguments arguments, String name, long least, long otherwise) {
    return arguments
        .read(name, text -> atLeast(least, text), "a whole number of at least " + least)
        .orElse(otherwise);
  }

  /** Whole numbers between commas, each larger than the one before. */
  static List<Long> rising(Arguments arguments, String name, List<Long> otherwise) {
    return arguments
        .read(name, Numbers::rising, "rising whole numbers such as 10000,100000")
        .orElse(otherwise);
  }

  /** A duration such as 250ms, 10s, 2m or 1h. */
  static Duration duration(Arguments arguments, String name, Duration otherwise) {
    return arguments
        .read(name, Numbers::duration, "a duration such as 250ms, 10s, 2m or 1h")
        .orElse(otherwise);
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }

  private static long atLeast(long least, String text) {
    long number = Long.parseLong(text.replace("_", ""));
    if (number < least) {
      throw new IllegalArgumentException("too small");
    }
    return number;
  }

  private static List<Long> rising(String text) {
    List<Long> numbers = Stream.of(text.split(",")).map(each -> atLeast(1, each)).toList();
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) <= numbers.get(i - 1)) {
        throw new IllegalArgumentException("not rising");
      }
    }
    return numbers;
  }

  private static Duration duration(String text) {
    Duration duration =
        text.endsWith("ms")
            ? Duration.ofMillis(atLeast(1, text.substring(0, text.length() - 2)))
            : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("too short");
    }
    return duration;
  }
}
