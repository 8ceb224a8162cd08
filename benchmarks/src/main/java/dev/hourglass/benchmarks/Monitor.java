package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.process.ProcessUsage;
import dev.hourglass.benchmarks.process.Program;
import dev.hourglass.sandbox.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged sla-monitor as a process, with the settings that it has in production. */
final class Monitor {

  private static final Duration READY_WITHIN = Duration.ofMinutes(10);

  private final int port = Ports.anyFree();
  private final Path state;
  private final Program program;

  Monitor(Setup setup, Path work, String bootstrapServers, int postgresPort) {
    state = work.resolve("state");
    List<String> arguments = new ArrayList<>(setup.javaOptions());
    arguments.add(Stage.mark(work));
    arguments.add("-jar");
    arguments.add(
        setup.root().resolve(Path.of("sla-monitor/target/quarkus-app/quarkus-run.jar")).toString());
    program =
        new Program(
            "sla-monitor",
            arguments,
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrapServers,
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://localhost:" + postgresPort + "/sla_monitor",
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "SLA_MONITOR_STATE_DIR",
                state.toString()),
            work.resolve("sla-monitor.log"));
  }

  void start() {
    program.start();
  }

  void awaitReady() {
    program.awaitOk(page("/q/health/ready"), READY_WITHIN);
  }

  boolean isReady() {
    return program.isOk(page("/q/health/ready"));
  }

  /** How many clocks it has open, as far as it has looked; 0 before it answers. */
  long openClocks() {
    return (long) sum("sla_monitor_clocks_open", "");
  }

  /** Megabytes of heap in use, garbage among them. */
  double heapMegabytes() {
    return sum("jvm_memory_used_bytes", "area=\"heap\"") / 1e6;
  }

  /** Seconds of processor time since its start. */
  double processorSeconds() {
    return Numbers.seconds(ProcessUsage.processorTime(program.handle()));
  }

  /** Megabytes of resident memory; NaN where nobody tells. */
  double residentMegabytes() {
    return ProcessUsage.residentBytes(program.handle()).stream()
        .mapToDouble(bytes -> bytes / 1e6)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Megabytes of its state on disk. */
  double stateMegabytes() {
    try (Stream<Path> files = Files.walk(state)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    program.stop();
  }

  void kill() {
    program.kill();
  }

  /** The sum of a metric over its labels, of those that have {@code label} among them. */
  private double sum(String metric, String label) {
    Matcher line =
        Pattern.compile("(?m)^" + metric + "(?:\\{([^}]*)})? (\\S+)$")
            .matcher(program.text(page("/q/metrics")));
    double sum = 0;
    while (line.find()) {
      if (label.isEmpty() || (line.group(1) != null && line.group(1).contains(label))) {
        sum += Double.parseDouble(line.group(2));
      }
    }
    return sum;
  }

  private URI page(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
