package dev.hourglass.ticketintake.rest;

import dev.hourglass.ticketintake.postgres.TicketUnknown;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the ids of tickets: what is no UUID names none. */
final class TicketIds {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private TicketIds() {}

  /** The id in a path. */
  static UUID parse(String text) {
    return id(text).orElseThrow(TicketUnknown::new);
  }

  /** The id that a text is, if it is one. */
  static Optional<UUID> id(String text) {
    return UUID_TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
