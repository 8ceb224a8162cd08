package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.process.ProcessUsage;
import dev.hourglass.benchmarks.process.Program;
import dev.hourglass.sandbox.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packaged service as a process, with the settings that it has in production. */
final class Service {

  private static final Duration READY_WITHIN = Duration.ofMinutes(10);

  private final int port = Ports.anyFree();
  private final Program program;

  /**
   * A service that does not run yet.
   *
   * @param name of its module
   * @param instance tells it from others of the same module; names its log
   * @param javaOptions of its JVM
   * @param settings beside those that tell where broker and database are
   */
  Service(
      Site site,
      String name,
      String instance,
      List<String> javaOptions,
      Map<String, String> settings) {
    List<String> arguments = new ArrayList<>(javaOptions);
    arguments.add(site.mark());
    arguments.add("-jar");
    arguments.add(
        site.setup()
            .root()
            .resolve(Path.of(name, "target", "quarkus-app", "quarkus-run.jar"))
            .toString());
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", site.bootstrapServers());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", site.jdbcUrl(name.replace('-', '_')));
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    // As the images have it: a database that is late is waited for.
    environment.put("QUARKUS_FLYWAY_CONNECT_RETRIES", "8");
    program = new Program(instance, arguments, environment, site.work().resolve(instance + ".log"));
    site.atEnd(program::stop);
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

  void stop() {
    program.stop();
  }

  /** SIGKILL; returns when it is gone. */
  void kill() {
    program.kill();
  }

  /** Where a page of it is. */
  URI page(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** What a page of it says; nothing while it does not answer yet. */
  String text(String path) {
    return program.text(page(path));
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

  /** The sum of a metric over its labels; 0 before it answers. */
  double sum(String metric) {
    return sum(metric, "");
  }

  /** The sum of a metric over its labels, of those that have {@code label} among them. */
  double sum(String metric, String label) {
    Matcher line =
        Pattern.compile("(?m)^" + metric + "(?:\\{([^}]*)})? (\\S+)$").matcher(text("/q/metrics"));
    double sum = 0;
    while (line.find()) {
      if (label.isEmpty() || (line.group(1) != null && line.group(1).contains(label))) {
        sum += Double.parseDouble(line.group(2));
      }
    }
    return sum;
  }
}
