package dev.hourglass.benchmarks.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program as a process of its own, that a benchmark starts and ends. */
public final class Program {

  private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
  private static final List<String> FOREIGN =
      List.of(
          "KAFKA_",
          "QUARKUS_",
          "TICKET_INTAKE_",
          "PRIORITIZER_",
          "SLA_MONITOR_",
          "NOTIFIER_",
          "HOURGLASS_",
          "JDK_JAVA_OPTIONS");
  private static final int LAST_LINES = 15;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWERS_WITHIN)
          .build();
  private final String name;
  private final List<String> arguments;
  private final Map<String, String> environment;
  private final Path log;
  private Process process;

  /**
   * A program that does not run yet.
   *
   * @param arguments of {@code java}
   * @param environment beside what every process has; no setting of ours is handed on
   * @param log where its output goes
   */
  public Program(String name, List<String> arguments, Map<String, String> environment, Path log) {
    this.name = name;
    this.arguments = List.copyOf(arguments);
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  public void start() {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(log.getParent().toFile());
    builder.environment().keySet().removeIf(key -> FOREIGN.stream().anyMatch(key::startsWith));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new BenchmarkException(name + " does not start", e);
    }
  }

  /** Waits until a page of it answers with 200. */
  public void awaitOk(URI page, Duration within) {
    Patience.until(name + " is ready", within, Duration.ofMillis(50), () -> isOk(page));
  }

  /**
   * Whether a page of it answers with 200 now.
   *
   * @throws BenchmarkException if it has ended
   */
  public boolean isOk(URI page) {
    requireAlive();
    try {
      return get(page).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * What a page of it says; nothing while it does not answer yet.
   *
   * @throws BenchmarkException if it has ended
   */
  public String text(URI page) {
    requireAlive();
    try {
      return get(page).body();
    } catch (IOException e) {
      return "";
    }
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** SIGTERM, and SIGKILL after a minute. */
  public void stop() {
    if (process != null) {
      process.destroy();
      if (!ends(STOPS_WITHIN)) {
        kill();
      }
    }
  }

  /** SIGKILL: nothing is flushed, closed or said any more. */
  public void kill() {
    process.destroyForcibly();
    ends(STOPS_WITHIN);
  }

  /** Waits until it has ended by itself. */
  public void awaitEnd(Duration within) {
    if (!ends(within) || process.exitValue() != 0) {
      throw new BenchmarkException(name + " failed; " + lastLines());
    }
  }

  /** All that it has said. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new BenchmarkException("the log of " + name + " cannot be read", e);
    }
  }

  private boolean ends(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void requireAlive() {
    if (!process.isAlive()) {
      throw new BenchmarkException(name + " has ended; " + lastLines());
    }
  }

  private String lastLines() {
    List<String> lines = said().lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return "its last words:\n  | " + String.join("\n  | ", last);
  }

  private HttpResponse<String> get(URI page) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(page).timeout(ANSWERS_WITHIN).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted");
    }
  }
}
