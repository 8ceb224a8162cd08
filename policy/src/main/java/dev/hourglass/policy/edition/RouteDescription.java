package dev.hourglass.policy.edition;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.promise.Route;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route is called, when somebody is there and where it is (S1–S7).
 *
 * @param names by language
 * @param hours the name of a calendar
 * @param links by language; empty where there is nothing to click
 * @param source file and line of the document
 */
public record RouteDescription(
    Route route,
    Map<String, String> names,
    String hours,
    Map<String, String> links,
    @Nullable String source) {

  public RouteDescription {
    required(route, "route");
    required(hours, "hours");
    names = Map.copyOf(names);
    links = Map.copyOf(links);
    rule(
        links.values().stream().allMatch(link -> link.startsWith("https://")),
        "'links' start with https://");
  }
}
