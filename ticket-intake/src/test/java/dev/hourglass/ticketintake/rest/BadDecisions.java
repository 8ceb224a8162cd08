package dev.hourglass.ticketintake.rest;

import static dev.hourglass.ticketintake.rest.BadRequest.ticket;

import java.util.UUID;
import java.util.stream.Stream;

/** The table of what agents get wrong when they set a deadline or merge. */
final class BadDecisions {

  private static final String DEADLINE =
      "{\"metric\":\"RESOLUTION\",\"cycle\":1,\"deadline\":\"2030-11-24T17:00:00+01:00\","
          + "\"agent\":\"Grace\",\"reason\":\"Agreed\"}";

  private BadDecisions() {}

  static Stream<BadRequest> of(UUID id, UUID other) {
    return Stream.concat(deadlines("/tickets/" + id), merges("/tickets/" + id, id, other));
  }

  private static Stream<BadRequest> deadlines(String path) {
    return Stream.of(
            ticket("no body", "", 422).at("/metric", "RESOLUTION"),
            without("metric", 422).at("/metric", "NEXT_REPLY"),
            without("cycle", 422).at("/cycle"),
            without("deadline", 422).at("/deadline"),
            without("agent", 422).at("/agent"),
            without("reason", 422).at("/reason"),
            with("RESOLUTION", "SPEED", 400).at("/metric", "RESOLUTION", "UPDATE"),
            with(":1,", ":\"1\",", 400).at("/cycle"),
            with(":1,", ":1.5,", 400).at("/cycle"),
            with(":1,", ":true,", 400).at("/cycle"),
            with(":1,", ":99999999999,", 400),
            with(":1,", ":0,", 422).at("/cycle"),
            with(":1,", ":-1,", 422).at("/cycle"),
            with(":1,", ":2,", 422).at("/cycle"),
            with("+01:00", "", 400).at("/deadline"),
            with("2030-11-24T17:00:00+01:00", "tomorrow", 400).at("/deadline"),
            with("2030-11-24T17:00:00+01:00", "", 400).at("/deadline"),
            with("2030-11-24T17:00:00+01:00", "2030-11-31T17:00:00Z", 400).at("/deadline"),
            with("\"2030-11-24T17:00:00+01:00\"", "1921770000", 400).at("/deadline"),
            with("2030", "2020", 422).at("/deadline"),
            with("2030", "2130", 422).at("/deadline"),
            with("2030", "+999999999", 422).at("/deadline"),
            with("Grace", " ", 422).at("/agent"),
            with("Grace", "a\\nb", 422).at("/agent"),
            with("Grace", "G".repeat(201), 422).at("/agent"),
            with("Agreed", "\\u200b", 422).at("/reason"),
            with("Agreed", "\\u0000", 422).at("/reason"),
            with("Agreed", "a".repeat(501), 422).at("/reason"),
            with("{", "{\"priority\":\"P1\",", 400).at("/priority", "metric", "deadline"))
        .map(bad -> bad.to("POST", path + "/deadline"));
  }

  private static Stream<BadRequest> merges(String path, UUID id, UUID other) {
    String good = "{\"into\":\"" + other + "\"}";
    return Stream.of(
            ticket("no body", "", 422).at("/into"),
            ticket("nowhere", "{}", 422).at("/into"),
            ticket("no id", good.replace("" + other, "HG-2345678"), 400).at("/into"),
            ticket("an id by number", "{\"into\":17}", 400).at("/into"),
            ticket("itself", good.replace("" + other, "" + id), 422).at("/into"),
            ticket("nobody", good.replace("" + other, "" + UUID.randomUUID()), 422).at("/into"),
            ticket("NUL in the reason", good.replace("}", ",\"reason\":\"\\u0000\"}"), 422)
                .at("/reason"),
            ticket("a field too much", good.replace("}", ",\"agent\":\"Grace\"}"), 400)
                .at("/agent", "into", "reason"))
        .map(bad -> bad.to("POST", path + "/merge"));
  }

  private static BadRequest without(String field, int status) {
    return ticket(
        "no " + field,
        DEADLINE.replaceFirst("\"" + field + "\":(\"[^\"]*\"|1),?", "").replace(",}", "}"),
        status);
  }

  private static BadRequest with(String part, String instead, int status) {
    return ticket(instead + " for " + part, DEADLINE.replace(part, instead), status);
  }
}
