package dev.hourglass.prioritizer.rest;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as they come in a path. */
final class Ids {

  /** Java also reads ids that are cut short. */
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  /** The UUID, if it is one: what is none names nothing. */
  static Optional<UUID> uuid(String text) {
    return UUID_TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
