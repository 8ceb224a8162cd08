package dev.hourglass.ticketintake.rest;

import dev.hourglass.ticketintake.TicketIntakeConfig;
import dev.hourglass.ticketintake.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the query of the list strictly: a misspelt filter must not list everything. */
@ApplicationScoped
public class QueryReader {

  private static final List<String> KNOWN = List.of("account", "status", "page", "size");
  private static final int MAX_ACCOUNT = 64;

  private final TicketIntakeConfig.Rest limits;

  QueryReader(TicketIntakeConfig config) {
    this.limits = config.rest();
  }

  /** What to list. */
  record TicketQuery(@Nullable String account, @Nullable TicketStatus status, int page, int size) {}

  TicketQuery read(MultivaluedMap<String, String> query) {
    for (String name : query.keySet()) {
      if (!KNOWN.contains(name)) {
        throw refuse(name, "there is no such parameter", KNOWN);
      }
      if (query.get(name).size() > 1) {
        throw refuse(name, "may stand once", List.of());
      }
    }
    return new TicketQuery(
        account(query.getFirst("account")),
        status(query.getFirst("status")),
        number("page", query.getFirst("page"), 0, limits.maxPage(), 0),
        number("size", query.getFirst("size"), 1, limits.maxPageSize(), limits.pageSize()));
  }

  private static @Nullable String account(@Nullable String text) {
    if (text != null && (text.isBlank() || text.length() > MAX_ACCOUNT || text.indexOf(0) >= 0)) {
      throw refuse("account", "must be an account number", List.of());
    }
    return text;
  }

  private static @Nullable TicketStatus status(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Optional<TicketStatus> status =
        Arrays.stream(TicketStatus.values()).filter(value -> value.name().equals(text)).findFirst();
    return status.orElseThrow(
        () ->
            refuse(
                "status",
                "must be one of the allowed values",
                FieldError.names(TicketStatus.values())));
  }

  private static int number(String name, @Nullable String text, int min, int max, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw refuse(name, "must be a number from " + min + " to " + max, List.of());
  }

  private static RuntimeException refuse(String name, String message, List<String> allowed) {
    return Problems.badQuery(FieldError.ofParameter(name, message, allowed));
  }
}
