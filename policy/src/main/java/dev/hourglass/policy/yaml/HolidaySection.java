package dev.hourglass.policy.yaml;

import dev.hourglass.contracts.edition.SpecialDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The holidays that a calendar asks for: by country and region, for some years, without those that
 * nobody wants (R17). They become dated closures of the edition, so no library is asked when a
 * deadline is counted.
 */
final class HolidaySection {

  private static final String FIELD = "holidays";

  /** As far as the clocks look for working time. */
  private static final int YEARS = 20;

  private static final int MOST_YEARS = 50;
  private static final int MOST_SETS = 50;

  /** The library counts lunar holidays no further. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2150;

  private final int firstYear;
  private int sets;

  HolidaySection(int firstYear) {
    this.firstYear = Math.max(FIRST_YEAR, firstYear);
  }

  /**
   * The special days of the calendar with the holidays added; a date that it names itself stays.
   */
  List<SpecialDay> added(YamlNode calendar, List<SpecialDay> specialDays) {
    List<SpecialDay> all = new ArrayList<>(specialDays);
    Set<LocalDate> taken = new HashSet<>();
    specialDays.forEach(day -> taken.add(day.date()));
    calendar.list(FIELD, this::closures).stream()
        .flatMap(List::stream)
        .filter(closure -> taken.add(closure.date()))
        .forEach(all::add);
    return all;
  }

  private @Nullable List<SpecialDay> closures(YamlNode node) {
    String country = node.text("country");
    String region = node.optionalText("region");
    Integer from = node.optionalNumber("from");
    Integer to = node.optionalNumber("to");
    List<String> without = node.words("without");
    int first = Objects.requireNonNullElse(from, firstYear);
    int last = Objects.requireNonNullElse(to, Math.min(first + YEARS, LAST_YEAR));
    if (country == null || !inReach(node, first, last)) {
      return null;
    }
    Optional<HolidaySets> known = HolidaySets.of(country);
    if (known.isEmpty()) {
      node.problem("country", "'" + country + "' is no ISO 3166 code of a country with holidays");
      return null;
    }
    Optional<List<String>> path =
        region == null ? Optional.of(List.of()) : known.get().path(region);
    if (path.isEmpty()) {
      List<String> regions = known.get().regions();
      node.problem(
          "region", "'" + region + "' is no region of " + country + "; these are: " + regions);
      return null;
    }
    return wanted(node, known.get().between(first, last, path.get()), without);
  }

  private boolean inReach(YamlNode node, int first, int last) {
    if (++sets > MOST_SETS) {
      node.problem("", "an edition has at most " + MOST_SETS + " sets of holidays");
      return false;
    }
    if (first < FIRST_YEAR || last > LAST_YEAR || last < first || last - first >= MOST_YEARS) {
      node.problem(
          "",
          "'from' and 'to' are years from %d to %d, in this order, and at most %d of them"
              .formatted(FIRST_YEAR, LAST_YEAR, MOST_YEARS));
      return false;
    }
    return true;
  }

  /** Whoever leaves out a holiday that is not there has misspelt it. */
  private static @Nullable List<SpecialDay> wanted(
      YamlNode node, SortedMap<LocalDate, String> holidays, List<String> without) {
    for (int i = 0; i < without.size(); i++) {
      String word = without.get(i);
      if (holidays.entrySet().stream()
          .noneMatch(day -> isCalled(word, day.getKey(), day.getValue()))) {
        node.problem(
            "without/" + i,
            "'" + word + "' is none of these holidays: " + HolidaySets.names(holidays));
      }
    }
    return node.build(
        () ->
            holidays.entrySet().stream()
                .filter(
                    day ->
                        without.stream()
                            .noneMatch(word -> isCalled(word, day.getKey(), day.getValue())))
                .map(day -> new SpecialDay(day.getKey(), day.getValue(), List.of()))
                .toList());
  }

  private static boolean isCalled(String word, LocalDate date, String name) {
    return word.equalsIgnoreCase(name) || word.equals(date.toString());
  }
}
