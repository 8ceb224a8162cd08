package dev.hourglass.sandbox.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.SandboxException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inbox in a browser, and the same as JSON. */
public final class InboxServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(InboxServer.class);
  private static final int PAGE_LIMIT = 200;
  private static final int API_LIMIT = 1_000;
  private static final String JSON = "application/json; charset=UTF-8";
  private static final String HTML = "text/html; charset=UTF-8";

  private final Mails mails;
  private final int port;
  private final ExecutorService workers = Executors.newFixedThreadPool(4, InboxServer::daemon);
  private HttpServer server;

  private record Answer(int status, String type, byte[] body) {

    static Answer of(int status, String type, String body) {
      return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer notFound() {
      return of(404, HTML, InboxPages.notFound());
    }
  }

  public InboxServer(Mails mails, int port) {
    this.mails = mails;
    this.port = port;
  }

  public URI url() {
    return URI.create("http://localhost:" + port);
  }

  public void start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    } catch (IOException e) {
      throw new SandboxException("the inbox page does not start on port " + port, e);
    }
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answer(exchange);
      } catch (RuntimeException | JsonProcessingException e) {
        LOG.warn("The inbox cannot answer {}", exchange.getRequestURI().getPath(), e);
        answer = Answer.of(500, "text/plain; charset=UTF-8", "The inbox failed; see its log.\n");
      }
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      // A mail is somebody else's HTML: it runs nothing, loads nothing and knows no origin.
      exchange.getResponseHeaders().set("Content-Security-Policy", policy(exchange));
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(answer.status(), length(answer));
      exchange.getResponseBody().write(answer.body());
    }
  }

  private Answer answer(HttpExchange exchange) throws JsonProcessingException {
    String path = exchange.getRequestURI().getPath();
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    if (exchange.getRequestMethod().equals("DELETE") && path.equals("/api/mails")) {
      mails.clear();
      return new Answer(204, JSON, new byte[0]);
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      return Answer.of(405, "text/plain; charset=UTF-8", "GET, or DELETE /api/mails\n");
    }
    if (path.equals("/")) {
      List<ReceivedMail> shown = selected(query.get("to"), PAGE_LIMIT);
      return Answer.of(200, HTML, InboxPages.list(shown, query.get("to"), mails.count()));
    }
    if (path.equals("/api/mails")) {
      int limit = limit(query.get("limit"));
      return json(
          query.containsKey("after")
              ? mails.after(query.get("after"), limit)
              : selected(query.get("to"), limit));
    }
    if (path.startsWith("/api/mails/")) {
      Optional<ReceivedMail> mail = find(path.substring("/api/mails/".length()));
      return mail.isEmpty() ? Answer.of(404, JSON, "{}") : json(mail.get());
    }
    return path.startsWith("/mails/")
        ? mail(path.substring("/mails/".length()))
        : Answer.notFound();
  }

  /**
   * {@code <id>} is the page, {@code <id>/html} the HTML part alone, {@code <id>.eml} the source.
   */
  private Answer mail(String path) {
    String id = path.replaceFirst("(/html|\\.eml)$", "");
    Optional<ReceivedMail> mail = find(id);
    if (mail.isEmpty()) {
      return Answer.notFound();
    }
    if (path.endsWith(".eml")) {
      return new Answer(200, "message/rfc822", mails.source(UUID.fromString(id)));
    }
    return Answer.of(
        200,
        HTML,
        path.endsWith("/html") ? InboxPages.htmlPart(mail.get()) : InboxPages.mail(mail.get()));
  }

  private Optional<ReceivedMail> find(String id) {
    try {
      return mails.find(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int limit(String text) {
    return text != null && text.matches("[0-9]{1,4}")
        ? Math.min(Integer.parseInt(text), API_LIMIT)
        : API_LIMIT;
  }

  private List<ReceivedMail> selected(String to, int limit) {
    return to == null || to.isBlank() ? mails.latest(limit) : mails.latestTo(to.trim(), limit);
  }

  private static Answer json(Object value) throws JsonProcessingException {
    return new Answer(200, JSON, EventJson.mapper().writeValueAsBytes(value));
  }

  private static String policy(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().endsWith("/html")
        ? "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:"
        : "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'";
  }

  private static int length(Answer answer) {
    return answer.body().length == 0 ? -1 : answer.body().length;
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "inbox");
    thread.setDaemon(true);
    return thread;
  }
}
