package dev.hourglass.e2etests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourglass.contracts.promise.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BiFunction;

/** What a front end and an agent do to Hourglass, over HTTP. */
final class Desk {

  private final BiFunction<Service, String, URI> hourglass;

  /** A desk that finds the services by that function of service and path. */
  Desk(BiFunction<Service, String, URI> hourglass) {
    this.hourglass = hourglass;
  }

  /** An edition whose FIRST_REPLY is seconds, so that a journey can see a breach. */
  void publishEditions() {
    Http.write(
            "POST",
            hourglass.apply(Service.PRIORITIZER, "/editions"),
            "application/yaml",
            resource("/e2e-seconds.yaml"))
        .expect(200, 201);
  }

  void putAccounts() {
    putAccount("E2E-PREMIER", "BUSINESS", "PREMIER", "2021");
    putAccount("E2E-BASIC", "BASIC", "ACCESS", "2020");
    putAccount("E2E-SECONDS", "BUSINESS", "PREMIER", "e2e-seconds");
    putAccount("E2E-ESCALATED", "BUSINESS", "PREMIER_PLUS", "e2e-seconds");
  }

  private void putAccount(String number, String type, String plan, String edition) {
    ObjectNode account =
        Http.JSON
            .createObjectNode()
            .put("name", number + " Ltd")
            .put("type", type)
            .put("plan", plan)
            .put("country", "DE")
            .put("timeZone", "Europe/Berlin")
            .put("language", "en")
            .put("edition", edition);
    Http.write(
            "PUT",
            hourglass.apply(Service.PRIORITIZER, "/accounts/" + number),
            "application/json",
            account.toString())
        .expect(200, 201);
  }

  ObjectNode ticket(String account, String email, String impact, String workaround) {
    ObjectNode body =
        Http.JSON
            .createObjectNode()
            .put("account", account)
            .put("channel", "WEB")
            .put("queue", "TECHNICAL")
            .put("subject", "Meetings do not start")
            .put("description", "Since this morning no meeting starts for anybody.")
            .put("impact", impact)
            .put("locale", "en");
    body.putObject("requester").put("email", email).put("name", "Robin Doe").put("role", "ADMIN");
    if (workaround != null) {
      body.put("workaround", workaround);
    }
    return body;
  }

  JsonNode post(ObjectNode ticket) {
    return post(ticket, UUID.randomUUID().toString()).expect(201).json();
  }

  String postId(ObjectNode ticket) {
    return post(ticket).get("id").textValue();
  }

  Http.Answer post(ObjectNode ticket, String idempotencyKey) {
    return Http.post(
        hourglass.apply(Service.TICKET_INTAKE, "/tickets"),
        ticket,
        "Idempotency-Key",
        idempotencyKey);
  }

  JsonNode command(String id, String command, JsonNode body) {
    URI url = hourglass.apply(Service.TICKET_INTAKE, "/tickets/" + id + "/" + command);
    return Http.post(
            url,
            body == null ? Http.JSON.createObjectNode() : body,
            "Idempotency-Key",
            UUID.randomUUID().toString())
        .expect(200, 201)
        .json();
  }

  /** Somebody takes care of what an alert said; 404 until it was heard of. */
  Http.Answer acknowledge(String alert, String by) {
    return Http.post(
        hourglass.apply(Service.NOTIFIER, "/alerts/" + alert + "/acknowledgement"),
        Http.JSON.createObjectNode().put("by", by));
  }

  JsonNode ticket(String id) {
    return Http.get(hourglass.apply(Service.TICKET_INTAKE, "/tickets/" + id)).expect(200).json();
  }

  /** The clock of a metric, or null where the board does not know it yet. */
  JsonNode clock(String id, Metric metric) {
    Http.Answer answer = Http.get(hourglass.apply(Service.SLA_MONITOR, "/clocks/" + id));
    if (answer.status() == 404) {
      return null;
    }
    return clockOf(answer.expect(200).json(), metric);
  }

  /** The same clock with the ledger that explains it. */
  JsonNode explained(String id, Metric metric) {
    URI url = hourglass.apply(Service.SLA_MONITOR, "/clocks/" + id);
    return clockOf(Http.get(url).expect(200).json().get("asKnownNow"), metric);
  }

  private static JsonNode clockOf(JsonNode clocks, Metric metric) {
    for (JsonNode clock : clocks.get("clocks")) {
      if (clock.get("metric").textValue().equals(metric.name())) {
        return clock;
      }
    }
    return null;
  }

  private static String resource(String name) {
    try (InputStream stream = Desk.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
