package dev.hourglass.policy.coverage;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A row of the table of facts: a fact (S41) or a contradiction (K13). */
record Fact(String id, String text) {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([SK]\\d+) \\| (.*?) \\|");
  private static final Pattern IDS = Pattern.compile("\\b([SK])(\\d+)\\b(?:[-–][SK]?(\\d+)\\b)?");

  /** The rows of the page, in its order. */
  static List<Fact> of(String page) {
    return ROW.matcher(page).results().map(row -> new Fact(row.group(1), row.group(2))).toList();
  }

  /** The ids that a text names; S33-S39 names seven. */
  static List<String> ids(String text) {
    return IDS.matcher(text).results().flatMap(Fact::range).toList();
  }

  private static Stream<String> range(MatchResult found) {
    int first = Integer.parseInt(found.group(2));
    int last = found.group(3) == null ? first : Integer.parseInt(found.group(3));
    return IntStream.rangeClosed(first, last).mapToObj(number -> found.group(1) + number);
  }
}
