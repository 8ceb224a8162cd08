package dev.hourglass.notifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A program that is told of alerts, with the moods that such programs have. */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What it was called with. */
  record Call(Map<String, List<String>> headers, byte[] body, Mood mood) {

    String header(String name) {
      return headers.entrySet().stream()
          .filter(each -> each.getKey().equalsIgnoreCase(name))
          .map(each -> each.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  /** How it answers one call; 200 when it has no mood. */
  record Mood(int status, String retryAfter, boolean stalls, boolean drops, int bodyBytes) {

    static Mood answer(int status) {
      return new Mood(status, null, false, false, 0);
    }

    static Mood wait(int status, String retryAfter) {
      return new Mood(status, retryAfter, false, false, 0);
    }

    static Mood stall() {
      return new Mood(0, null, true, false, 0);
    }

    static Mood drop() {
      return new Mood(0, null, false, true, 0);
    }

    static Mood chatter(int bytes) {
      return new Mood(200, null, false, false, bytes);
    }
  }

  Receiver(Mood... moods) throws IOException {
    this.moods.addAll(List.of(moods));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?key=1";
  }

  /** All calls in their order. */
  List<Call> calls() {
    return calls;
  }

  /** The ids of the calls that were accepted, in their order. */
  List<String> accepted() {
    return calls.stream()
        .filter(each -> each.mood().status() / 100 == 2)
        .map(each -> each.header("webhook-id"))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Mood mood = moods.isEmpty() ? Mood.answer(200) : moods.poll();
    calls.add(new Call(Map.copyOf(exchange.getRequestHeaders()), body, mood));
    try (exchange) {
      if (mood.stalls()) {
        await();
      } else if (!mood.drops()) {
        if (mood.retryAfter() != null) {
          exchange.getResponseHeaders().add("Retry-After", mood.retryAfter());
        }
        exchange.sendResponseHeaders(mood.status(), mood.bodyBytes() == 0 ? -1 : 0);
        exchange.getResponseBody().write(new byte[mood.bodyBytes()]);
      }
    }
  }

  private void await() {
    try {
      closing.await(2, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
