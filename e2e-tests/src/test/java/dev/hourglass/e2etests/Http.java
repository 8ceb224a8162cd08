package dev.hourglass.e2etests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What a front end does: HTTP and JSON, nothing else. */
final class Http {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private Http() {}

  /** An answer: its status and its body. */
  record Answer(int status, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON: " + body, e);
      }
    }

    Answer expect(int... statuses) {
      for (int expected : statuses) {
        if (status == expected) {
          return this;
        }
      }
      throw new AssertionError("unexpected answer " + status + ": " + body);
    }
  }

  static boolean isOk(URI url) {
    try {
      return get(url).status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  static Answer get(URI url) {
    return send(HttpRequest.newBuilder(url).GET());
  }

  static Answer post(URI url, JsonNode body, String... headers) {
    return write("POST", url, "application/json", body == null ? "" : body.toString(), headers);
  }

  static Answer write(String method, URI url, String type, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", type);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  private static Answer send(HttpRequest.Builder request) {
    HttpRequest sent = request.timeout(Duration.ofSeconds(20)).build();
    try {
      HttpResponse<String> response = CLIENT.send(sent, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(sent.method() + " " + sent.uri() + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }
}
