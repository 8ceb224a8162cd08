package dev.hourglass.sandbox.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.sandbox.ReceivedMail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks into the inbox several times a second. */
final class Postbox implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI inbox;
  private final Company company;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "postbox");
            thread.setDaemon(true);
            return thread;
          });
  private String lastSeen = "";

  Postbox(Surroundings surroundings, Company company) {
    this.inbox = surroundings.inbox();
    this.company = company;
  }

  /** Passes over what is there already; of thousands of mails only the last matters. */
  void start() {
    fetch("limit=1").forEach(mail -> lastSeen = mail.id());
    looks.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }

  private void look() {
    for (ReceivedMail mail : fetchOrWait()) {
      lastSeen = mail.id();
      company.received(mail, Instant.now());
    }
  }

  /** An inbox that does not answer may do so at the next look, which finds what this one missed. */
  private List<ReceivedMail> fetchOrWait() {
    try {
      return fetch("limit=50&after=" + lastSeen);
    } catch (DemoException e) {
      return List.of();
    }
  }

  private List<ReceivedMail> fetch(String query) {
    HttpRequest request =
        HttpRequest.newBuilder(inbox.resolve("/api/mails?" + query))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      byte[] body = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      return EventJson.mapper().readValue(body, new TypeReference<List<ReceivedMail>>() {});
    } catch (IOException e) {
      throw new DemoException("the inbox at " + inbox + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
