package dev.hourglass.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourglass.contracts.json.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What front ends and agents do to Hourglass, over HTTP. */
final class Desk {

  private static final JsonMapper JSON = EventJson.mapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Surroundings at;

  private record Answer(int status, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new DemoException("an answer is not JSON: " + body, e);
      }
    }
  }

  Desk(Surroundings surroundings) {
    this.at = surroundings;
  }

  void publishEdition(String yaml) {
    send(post(at.prioritizer().resolve("/editions"), "application/yaml", yaml));
  }

  void putAccount(Cast.Account account, Map<String, String> members, String edition) {
    ObjectNode body = JSON.valueToTree(account);
    body.remove("number");
    body.put("edition", edition);
    ArrayNode people = body.putArray("members");
    members.forEach((email, role) -> people.addObject().put("email", email).put("role", role));
    URI url = at.prioritizer().resolve("/accounts/" + account.number());
    send(
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Posts a ticket; the same key again answers with the same ticket. */
  Case post(Cast.Line line, String idempotencyKey) {
    ObjectNode body = JSON.valueToTree(line);
    for (String ours : new String[] {"key", "name", "email", "role", "language", "note"}) {
      body.remove(ours);
    }
    body.put("locale", line.language());
    ObjectNode requester =
        body.putObject("requester").put("email", line.email()).put("name", line.name());
    if (line.role() != null) {
      requester.put("role", line.role());
    }
    Instant now = Instant.now();
    JsonNode ticket =
        send(post(at.ticketIntake().resolve("/tickets"), "application/json", body.toString())
                .header("Idempotency-Key", idempotencyKey))
            .json();
    return new Case(line, ticket.get("id").asText(), ticket.get("reference").asText(), now);
  }

  /** One command of a ticket's life; the fields alternate names and values. */
  JsonNode command(Case on, String command, String... fields) {
    ObjectNode body = JSON.createObjectNode();
    for (int i = 0; i < fields.length; i += 2) {
      body.put(fields[i], fields[i + 1]);
    }
    URI url = at.ticketIntake().resolve("/tickets/" + on.id() + "/" + command);
    return send(post(url, "application/json", body.toString())
            .header("Idempotency-Key", UUID.randomUUID().toString()))
        .json();
  }

  JsonNode ticket(Case of) {
    return send(get(at.ticketIntake().resolve("/tickets/" + of.id()))).json();
  }

  /** The clock of a metric, once the board knows it. */
  Optional<JsonNode> clock(Case of, String metric) {
    Answer answer = ask(get(at.slaMonitor().resolve("/clocks/" + of.id())));
    if (answer.status() != 200) {
      return Optional.empty();
    }
    for (JsonNode clock : answer.json().get("clocks")) {
      if (clock.get("metric").asText().equals(metric)) {
        return Optional.of(clock);
      }
    }
    return Optional.empty();
  }

  /** Answers the survey as its page would. */
  void rate(String token, int level, String comment) {
    send(
        post(
            at.notifier().resolve("/survey/" + token),
            "application/x-www-form-urlencoded",
            "level=" + level + "&comment=" + comment));
  }

  private static HttpRequest.Builder get(URI url) {
    return HttpRequest.newBuilder(url).GET();
  }

  private static HttpRequest.Builder post(URI url, String type, String body) {
    return HttpRequest.newBuilder(url)
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
  }

  private Answer send(HttpRequest.Builder request) {
    Answer answer = ask(request);
    if (answer.status() >= 400) {
      HttpRequest asked = request.build();
      throw new DemoException(
          asked.method()
              + " "
              + asked.uri()
              + " was answered "
              + answer.status()
              + ": "
              + answer.body());
    }
    return answer;
  }

  private Answer ask(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(PATIENCE).build();
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new DemoException(request.uri() + " does not answer; ./hourglass status tells more", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("interrupted", e);
    }
  }
}
