package dev.hourglass.prioritizer.rest;

import java.util.Optional;
import java.util.UUID;

/** Ids as they come in a path. */
final class Ids {

  private Ids() {}

  /** The UUID, if it is one: what is none names nothing. */
  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
