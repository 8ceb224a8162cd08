package dev.hourglass.e2etests;

import dev.hourglass.contracts.Topics;
import dev.hourglass.sandbox.Ports;
import dev.hourglass.sandbox.Sandbox;
import dev.hourglass.sandbox.SandboxConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The whole of Hourglass, once for all journeys: the four packaged jars on one sandbox. */
final class Hourglass {

  private static Hourglass running;

  private final Sandbox sandbox;
  private final Map<Service, RunningService> services = new EnumMap<>(Service.class);
  private final Ear ear;

  private Hourglass() {
    Path root = Path.of(System.getProperty("hourglass.root", ".."));
    Path work = workDirectory();
    sandbox = Sandbox.start(SandboxConfig.freePorts(work.resolve("sandbox")));
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, Ports.anyFree());
    }
    for (Service service : Service.values()) {
      services.put(
          service,
          new RunningService(
              service, ports.get(service), root, work, environment(service, ports, work)));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-hourglass"));
    startAll();
    ear =
        new Ear(
            sandbox.bootstrapServers(),
            Topics.TIMINGS,
            Topics.SLA_WARNINGS,
            Topics.SLA_BREACHES,
            Topics.RATINGS);
  }

  static synchronized Hourglass running() {
    if (running == null) {
      running = new Hourglass();
    }
    return running;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Ear ear() {
    return ear;
  }

  URI url(Service service, String path) {
    return services.get(service).url(path);
  }

  String log(Service service) {
    return services.get(service).log();
  }

  /** kill -9 of all four at once, and a start of all four. */
  void killAndRestartAll() {
    services.values().forEach(RunningService::kill);
    startAll();
  }

  private void startAll() {
    services.values().forEach(RunningService::start);
    services.values().forEach(RunningService::awaitReady);
  }

  private void stop() {
    services.values().forEach(RunningService::kill);
    sandbox.close();
  }

  private Map<String, String> environment(Service service, Map<Service, Integer> ports, Path work) {
    Map<String, String> environment = new HashMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", sandbox.bootstrapServers());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", sandbox.jdbcUrl(service.database()));
    environment.put("QUARKUS_DATASOURCE_USERNAME", service.database());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", service.database());
    environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
    environment.put("QUARKUS_MAILER_PORT", Integer.toString(sandbox.smtpPort()));
    environment.put("NOTIFIER_SURVEY_BASE_URL", "http://127.0.0.1:" + ports.get(Service.NOTIFIER));
    environment.put("SLA_MONITOR_STATE_DIR", work.resolve("state").toString());
    return environment;
  }

  private static Path workDirectory() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      return Files.createTempDirectory(target, "e2e-");
    } catch (IOException e) {
      throw new UncheckedIOException("no directory to work in", e);
    }
  }
}
