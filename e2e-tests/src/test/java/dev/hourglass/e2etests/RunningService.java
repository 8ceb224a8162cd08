package dev.hourglass.e2etests;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One service as a process of its own, from its packaged jar, on a port that it keeps through
 * restarts.
 */
final class RunningService {

  private static final Duration READY_WITHIN = Duration.ofSeconds(90);

  private final Service service;
  private final int port;
  private final Path jar;
  private final Path log;
  private final Map<String, String> environment;
  private Process process;

  RunningService(Service service, int port, Path root, Path work, Map<String, String> environment) {
    this.service = service;
    this.port = port;
    this.jar = root.resolve(Path.of(service.module(), "target", "quarkus-app", "quarkus-run.jar"));
    this.log = work.resolve(service.module() + ".log");
    this.environment = environment;
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  void start() {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing: run ./mvnw verify, which packages it");
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.directory(new File(log.getParent().toString()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(service.module() + " did not start", e);
    }
  }

  void awaitReady() {
    await(service.module() + " is ready; its log is " + log)
        .atMost(READY_WITHIN)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !process.isAlive() || Http.isOk(url("/q/health/ready")));
    checkAlive();
  }

  /** Throws if the process has ended by itself. */
  void checkAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          service.module() + " ended with " + process.exitValue() + "; its log is " + log);
    }
  }

  /** SIGKILL: nothing is flushed, closed or said any more. */
  void kill() {
    process.destroyForcibly();
    ended();
  }

  /** SIGSTOP: the process stands still, as in a very long pause of its machine. */
  void pause() {
    signal("STOP");
  }

  /** SIGCONT: it goes on as if nothing had been. */
  void resume() {
    signal("CONT");
  }

  /** SIGTERM. */
  void stop() {
    process.destroy();
    ended();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException("the log of " + service.module() + " cannot be read", e);
    }
  }

  private void signal(String name) {
    try {
      int status =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException(service.module() + " takes no SIG" + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("there is no kill", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void ended() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(service.module() + " did not end within 30 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + service.module() + " ends", e);
    }
  }
}
