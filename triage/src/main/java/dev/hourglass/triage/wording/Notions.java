package dev.hourglass.triage.wording;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.triage.language.Languages;
import dev.hourglass.triage.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words that mean much the same in all languages, so that what is learned in one counts in the
 * others. {@code notions.txt} has a line for each notion, its words language by language.
 */
final class Notions {

  private static final String RESOURCE = "/triage/notions.txt";
  private static final String COMMENT = "#";
  private static final Set<String> COMPOUNDING = Set.of("de", "da", "nl");
  private static final int SHORTEST_COMPOUND = 8;
  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_BEGINNING = 3;
  private static final int MOST_OF_A_WORD = 3;
  private static final int MOST_REMEMBERED = 20_000;

  private static final Notions SHIPPED = read();

  private final Map<String, List<String>> exact = new HashMap<>();
  private final Map<String, List<String>> beginnings = new HashMap<>();
  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  private Notions() {}

  static Notions shipped() {
    return SHIPPED;
  }

  private static Notions read() {
    Notions notions = new Notions();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Notions.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith(COMMENT)).forEach(notions::add);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " could not be read", e);
    }
    return notions;
  }

  private void add(String line) {
    String[] sides = line.split(":", 2);
    String[] columns = sides[1].split("\\|");
    rule(columns.length == Languages.CODES.size(), "a notion has words in every language");
    for (int i = 0; i < columns.length; i++) {
      for (String each : columns[i].trim().split(" +")) {
        boolean open = each.endsWith("*");
        String word = Words.fold(open ? each.substring(0, each.length() - 1) : each);
        List<String> names =
            (open ? beginnings : exact)
                .computeIfAbsent(key(Languages.CODES.get(i), word), any -> new ArrayList<>());
        if (!names.contains(sides[0])) {
          names.add(sides[0]);
        }
      }
    }
  }

  private static String key(String language, String word) {
    return language + word;
  }

  /** The notions that a word stands for, at most three. */
  List<String> of(String language, String word) {
    String key = key(language, word);
    List<String> notions = known.get(key);
    if (notions == null) {
      notions = found(language, word);
      if (known.size() < MOST_REMEMBERED) {
        known.put(key, notions);
      }
    }
    return notions;
  }

  private List<String> found(String language, String word) {
    if (word.equals(Words.MANY) || word.equals(Words.FEW)) {
      return List.of(word.substring(1));
    }
    List<String> notions = new ArrayList<>(exact.getOrDefault(key(language, word), List.of()));
    for (String each : beginning(language, word, SHORTEST_BEGINNING)) {
      if (!notions.contains(each)) {
        notions.add(each);
      }
    }
    if (notions.isEmpty() && COMPOUNDING.contains(language) && word.length() >= SHORTEST_COMPOUND) {
      notions.addAll(lastPart(language, word));
    }
    return List.copyOf(notions.subList(0, Math.min(notions.size(), MOST_OF_A_WORD)));
  }

  /** By the longest beginning that is known. */
  private List<String> beginning(String language, String word, int shortest) {
    for (int end = word.length(); end >= shortest; end--) {
      List<String> found = beginnings.get(key(language, word.substring(0, end)));
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  /** What a compound ends with says what it is. */
  private List<String> lastPart(String language, String word) {
    for (int from = 1; from + SHORTEST_PART <= word.length(); from++) {
      String part = word.substring(from);
      List<String> found = exact.get(key(language, part));
      if (found == null) {
        found = beginning(language, part, SHORTEST_PART);
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
