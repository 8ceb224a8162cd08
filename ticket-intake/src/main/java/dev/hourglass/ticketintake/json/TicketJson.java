package dev.hourglass.ticketintake.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.ticketintake.ticket.PromiseShown;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers in the dialect of the events: instants and durations in ISO-8601, what is missing
 * is left out. Text and not objects, for the very text is kept for clients that ask again.
 */
public final class TicketJson {

  private TicketJson() {}

  /** Writes a ticket, a page of tickets or a promise. */
  public static String write(Object value) {
    try {
      return EventJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer could not be written as JSON", e);
    }
  }

  /** Reads the promise that a row keeps. */
  public static @Nullable PromiseShown promise(@Nullable String json) {
    try {
      return json == null ? null : EventJson.mapper().readValue(json, PromiseShown.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored promise could not be read", e);
    }
  }
}
