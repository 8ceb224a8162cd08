package dev.hourglass.benchmarks.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourglass.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What customers and their administrators send over HTTP. */
public final class FrontEnd {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);
  private static final int CREATED = 201;
  private static final int LEAST_ERROR = 400;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWERED_WITHIN)
          .build();

  /** Enters an account on a plan with everything, of a company in Berlin. */
  public void putAccount(URI accounts, String number) {
    ObjectNode account =
        JSON.createObjectNode()
            .put("name", number + " Ltd")
            .put("type", "BUSINESS")
            .put("plan", "PREMIER")
            .put("country", "DE")
            .put("timeZone", "Europe/Berlin")
            .put("language", "de");
    HttpRequest request =
        json(URI.create(accounts + "/" + number))
            .PUT(HttpRequest.BodyPublishers.ofString(account.toString()))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= LEAST_ERROR) {
        throw new BenchmarkException("an account was refused: " + answer.body());
      }
    } catch (IOException e) {
      throw new BenchmarkException("nobody takes accounts", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", e);
    }
  }

  /** Posts a ticket and does not wait; the answer is its id, or a failure that says why not. */
  public CompletableFuture<UUID> post(
      URI tickets, String account, String address, String language) {
    ObjectNode ticket =
        JSON.createObjectNode()
            .put("account", account)
            .put("channel", "WEB")
            .put("queue", "TECHNICAL")
            .put("subject", "Meetings end after a minute")
            .put(
                "description",
                "Since this morning every meeting ends after about a minute, for all of us.")
            .put("impact", "SERVICE_DOWN")
            .put("workaround", "NONE")
            .put("locale", language);
    ticket
        .putObject("requester")
        .put("email", address)
        .put("name", "Robin Doe")
        .put("role", "ADMIN");
    HttpRequest request =
        json(tickets)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(ticket.toString()))
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(FrontEnd::idOf);
  }

  private static UUID idOf(HttpResponse<String> answer) {
    if (answer.statusCode() != CREATED) {
      throw new BenchmarkException("a ticket was answered with " + answer.statusCode());
    }
    try {
      return UUID.fromString(JSON.readTree(answer.body()).path("id").asText());
    } catch (JsonProcessingException e) {
      throw new BenchmarkException("a ticket was not answered in JSON", e);
    }
  }

  private static HttpRequest.Builder json(URI where) {
    return HttpRequest.newBuilder(where)
        .timeout(ANSWERED_WITHIN)
        .header("Content-Type", "application/json");
  }
}
