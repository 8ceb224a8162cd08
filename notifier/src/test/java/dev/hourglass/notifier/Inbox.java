package dev.hourglass.notifier;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.junit.SandboxResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The customers' mailboxes, as the sandbox shows them to everybody. */
final class Inbox {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = EventJson.mapper();

  private Inbox() {}

  static List<ReceivedMail> of(String recipient) {
    URI mails = SandboxResource.sandbox().inboxUrl().resolve("/api/mails?to=" + recipient);
    try {
      HttpResponse<String> response =
          HTTP.send(HttpRequest.newBuilder(mails).build(), HttpResponse.BodyHandlers.ofString());
      return JSON.readValue(response.body(), new TypeReference<>() {});
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
