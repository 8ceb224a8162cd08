package dev.hourglass.replay.csv;

import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.Rules;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.replay.incident.IncidentRow;
import dev.hourglass.replay.incident.IncidentState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a row's cells stand, and what they mean. Columns that move no clock are passed over. */
final class IncidentColumns {

  private static final List<String> REQUIRED =
      List.of(
          "number",
          "incident_state",
          "sys_mod_count",
          "made_sla",
          "opened_at",
          "sys_updated_at",
          "priority");

  private static final String MISSING = "?";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern PRIORITY = Pattern.compile("([1-4])( - .*)?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final Map<String, Channel> CHANNELS =
      Map.of("Phone", Channel.PHONE, "IVR", Channel.PHONE, "Self service", Channel.WEB);

  /** Two digits or one for day and month, four for the year. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d/M/uuuu HH:mm").withResolverStyle(ResolverStyle.STRICT);

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9998;

  private final Map<String, Integer> places;
  private final int width;
  private final ZoneId zone;

  private IncidentColumns(Map<String, Integer> places, int width, ZoneId zone) {
    this.places = places;
    this.width = width;
    this.zone = zone;
  }

  /**
   * Reads the header.
   *
   * @throws IllegalArgumentException with all columns that it lacks
   */
  static IncidentColumns of(List<String> header, ZoneId zone) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      places.putIfAbsent(header.get(i).replace(BYTE_ORDER_MARK, ""), i);
    }
    List<String> missing = REQUIRED.stream().filter(name -> !places.containsKey(name)).toList();
    rule(missing.isEmpty(), "the header has no column " + String.join(", ", missing));
    return new IncidentColumns(places, header.size(), zone);
  }

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException with the first thing that is wrong with it
   */
  IncidentRow row(List<String> cells) {
    rule(
        cells.size() == width,
        "has " + cells.size() + " cells where the header has " + width + " columns");
    return new IncidentRow(
        number(cell(cells, "number")),
        state(cell(cells, "incident_state")),
        count(cell(cells, "sys_mod_count")),
        priority(cell(cells, "priority")),
        places.containsKey("contact_type") ? channel(cell(cells, "contact_type")) : Channel.API,
        instant(cell(cells, "opened_at"), "opened_at"),
        instant(cell(cells, "sys_updated_at"), "sys_updated_at"),
        verdict(cell(cells, "made_sla")));
  }

  private String cell(List<String> cells, String column) {
    return cells.get(places.get(column));
  }

  private static String number(String text) {
    rule(!text.isEmpty() && !text.equals(MISSING), "has no number");
    return Rules.name(text, "number");
  }

  private static IncidentState state(String text) {
    return IncidentState.named(text)
        .orElseThrow(
            () -> new IllegalArgumentException("incident_state '" + shown(text) + "' is unknown"));
  }

  private static long count(String text) {
    rule(COUNT.matcher(text).matches(), "sys_mod_count '" + shown(text) + "' is no count");
    return Long.parseLong(text);
  }

  private static Priority priority(String text) {
    Matcher matcher = PRIORITY.matcher(text);
    rule(matcher.matches(), "priority '" + shown(text) + "' is none of 1 to 4");
    return Priority.valueOf("P" + matcher.group(1));
  }

  private static Channel channel(String text) {
    return CHANNELS.getOrDefault(text, Channel.API);
  }

  private static @Nullable Boolean verdict(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      case MISSING -> null;
      default ->
          throw new IllegalArgumentException(
              "made_sla '" + shown(text) + "' is neither true nor false");
    };
  }

  private Instant instant(String text, String column) {
    try {
      LocalDateTime local = LocalDateTime.parse(text, DATE);
      if (local.getYear() >= FIRST_YEAR && local.getYear() <= LAST_YEAR) {
        return local.atZone(zone).toInstant();
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(notADate(text, column), e);
    }
    throw new IllegalArgumentException(notADate(text, column));
  }

  private static String notADate(String text, String column) {
    return column + " '" + shown(text) + "' is no date such as 29/2/2016 06:58";
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
