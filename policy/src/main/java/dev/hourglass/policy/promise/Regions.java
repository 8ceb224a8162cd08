package dev.hourglass.policy.promise;

import static dev.hourglass.contracts.Rules.required;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which calendar holds the business hours of a region (K11).
 *
 * @param fallback for regions without a calendar of their own, and for unknown ones
 * @param calendars ISO 3166 country code to the name of a calendar
 */
public record Regions(String fallback, Map<String, String> calendars) {

  /** In a target: the business hours of the customer's region. */
  public static final String REGIONAL = "regional";

  public Regions {
    required(fallback, "default");
    calendars = Map.copyOf(calendars);
  }

  /** The names of all calendars that a region may have. */
  public Set<String> all() {
    Set<String> all = new TreeSet<>(calendars.values());
    all.add(fallback);
    return all;
  }

  /** The calendar itself, or the region's if it is to be the regional one. */
  public String resolve(String calendar, @Nullable String region) {
    if (!REGIONAL.equals(calendar)) {
      return calendar;
    }
    return region == null ? fallback : calendars.getOrDefault(region, fallback);
  }
}
