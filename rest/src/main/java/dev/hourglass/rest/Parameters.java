package dev.hourglass.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and notes everything that is wrong with them, to say it at once. */
public final class Parameters {

  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  /** Java's own reader also takes groups that are too short. */
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final List<ParameterError> errors = new ArrayList<>();

  /** The UUID that a text is, if it is one. */
  public static Optional<UUID> uuid(String text) {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /** The UUID, if there is one. */
  public @Nullable UUID uuid(String name, @Nullable String text) {
    Optional<UUID> uuid = text == null ? Optional.empty() : uuid(text);
    if (text != null && uuid.isEmpty()) {
      wrong(name, "must be a UUID");
    }
    return uuid.orElse(null);
  }

  /** The value of an enum, by its exact name. */
  public <E extends Enum<E>> @Nullable E value(String name, @Nullable String text, Class<E> type) {
    if (text == null) {
      return null;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    List<String> allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    wrong(name, "must be one of the allowed values", allowed);
    return null;
  }

  /** The instant; its year has four digits. */
  public @Nullable Instant instant(String name, @Nullable String text) {
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

  /** The number, or the other one where the parameter does not stand. */
  public int number(String name, @Nullable String text, int least, int most, int otherwise) {
    if (text == null) {
      return otherwise;
    }
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

  /** Notes what a service found wrong itself. */
  public void wrong(String name, String message) {
    wrong(name, message, List.of());
  }

  /**
   * Ends the reading.
   *
   * @throws HttpProblem 400, if anything was wrong
   */
  public void refuseIfWrong() {
    if (!errors.isEmpty()) {
      throw HttpProblem.builder()
          .withStatus(400)
          .withTitle("Bad query")
          .withDetail("A query parameter is not what it must be")
          .with("errors", List.copyOf(errors))
          .build();
    }
  }

  void wrong(String name, String message, List<String> allowed) {
    errors.add(new ParameterError(name, message, allowed));
  }
}
