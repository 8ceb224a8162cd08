package dev.hourglass.slamonitor.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and notes everything that is wrong with them, to say it at once. */
final class Parameters {

  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private final List<Map<String, Object>> errors = new ArrayList<>();

  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Notes parameters that nobody reads: a misspelt filter must not find everything. */
  void only(MultivaluedMap<String, String> query, List<String> known) {
    for (Map.Entry<String, List<String>> each : query.entrySet()) {
      if (!known.contains(each.getKey())) {
        errors.add(
            Map.of(
                "parameter",
                each.getKey(),
                "message",
                "there is no such parameter",
                "allowed",
                known));
      } else if (each.getValue().size() > 1 || each.getValue().get(0).isEmpty()) {
        wrong(each.getKey(), "must have one value");
      }
    }
  }

  <E extends Enum<E>> @Nullable E value(String name, @Nullable String text, Class<E> type) {
    if (text == null) {
      return null;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    List<String> allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    errors.add(
        Map.of("parameter", name, "message", "must be one of those allowed", "allowed", allowed));
    return null;
  }

  @Nullable Instant instant(String name, @Nullable String text) {
    try {
      OffsetDateTime time = text == null ? null : OffsetDateTime.parse(text);
      if (time == null || (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)) {
        return time == null ? null : time.toInstant();
      }
    } catch (DateTimeException e) {
      // Said below, as for a year that no calendar of ours reaches.
    }
    wrong(name, "must be an instant with an offset, such as 2026-11-22T12:00:00Z");
    return null;
  }

  int number(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    wrong(name, "must be a whole number from " + least + " to " + most);
    return least;
  }

  void refuseIfWrong() {
    if (!errors.isEmpty()) {
      throw Problems.badParameters(errors);
    }
  }

  private void wrong(String name, String message) {
    errors.add(Map.of("parameter", name, "message", message));
  }
}
