package dev.hourglass.ticketintake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hourglass.contracts.json.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Talks to the service as a foreign client does: bytes out, bytes in. */
public final class Api {

  public static final String PROPER =
      """
      {"account":"ACME-1",
       "requester":{"email":"ada@acme.example","name":"Ada Lovelace","role":"OWNER"},
       "channel":"WEB","queue":"TECHNICAL",
       "subject":"Meetings drop","description":"Every meeting ends after a minute.",
       "impact":"SERVICE_DOWN","workaround":"NONE","locale":"de-AT"}
      """;
  public static final String IMPROPER =
      """
      {"requester":{"email":"ada@acme.example"},"channel":"CHAT","queue":"BILLING"}
      """;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  public Api(URI base) {
    this.base = base;
  }

  /** An answer as it came. */
  public record Reply(HttpResponse<byte[]> response, JsonNode json) {

    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    public String body() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public Reply is(int status) {
      assertThat(status()).as(body()).isEqualTo(status);
      return this;
    }

    public UUID id() {
      return UUID.fromString(json.path("id").asText());
    }
  }

  public Reply postTicket(String json) {
    return post("/tickets", json);
  }

  /** Logs a proper ticket. */
  public UUID aTicket() {
    return postTicket(PROPER).is(201).id();
  }

  public Reply post(String path, String json) {
    return send(to(path).header("Content-Type", "application/json"), "POST", utf8(json));
  }

  public Reply postKeyed(String path, String json, String key) {
    return send(
        to(path).header("Content-Type", "application/json").header("Idempotency-Key", key),
        "POST",
        utf8(json));
  }

  public Reply command(UUID id, String command, String json) {
    return post("/tickets/" + id + "/" + command, json);
  }

  /** A command without body and content type. */
  public Reply command(UUID id, String command) {
    return send(to("/tickets/" + id + "/" + command), "POST", new byte[0]);
  }

  public Reply get(String path) {
    return send(to(path), "GET", new byte[0]);
  }

  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + path));
  }

  public Reply send(HttpRequest.Builder request, String method, byte[] body) {
    return send(
        request
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .build());
  }

  public Reply send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return new Reply(response, json(response));
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
    return json ? EventJson.mapper().readTree(response.body()) : MissingNode.getInstance();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
