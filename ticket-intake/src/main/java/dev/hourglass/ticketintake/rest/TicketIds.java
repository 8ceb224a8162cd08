package dev.hourglass.ticketintake.rest;

import dev.hourglass.ticketintake.postgres.TicketUnknown;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids in paths: what is no UUID names no ticket. */
final class TicketIds {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private TicketIds() {}

  static UUID parse(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new TicketUnknown();
    }
    return UUID.fromString(text);
  }
}
