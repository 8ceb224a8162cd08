package dev.hourglass.e2etests;

import dev.hourglass.sandbox.Ports;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.Sandbox;
import dev.hourglass.sandbox.SandboxConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four packaged jars as processes, on one sandbox. */
final class OnSandbox implements Installation {

  private final Sandbox sandbox;
  private final Map<Service, RunningService> services = new EnumMap<>(Service.class);

  OnSandbox(Path root) {
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
  }

  @Override
  public String bootstrapServers() {
    return sandbox.bootstrapServers();
  }

  @Override
  public URI url(Service service, String path) {
    return services.get(service).url(path);
  }

  @Override
  public List<ReceivedMail> inbox(String recipient) {
    return sandbox.inbox(recipient);
  }

  @Override
  public String log(Service service) {
    return services.get(service).log();
  }

  @Override
  public void killServices() {
    services.values().forEach(RunningService::kill);
  }

  @Override
  public void startServices() {
    services.values().forEach(RunningService::start);
    services.values().forEach(RunningService::awaitReady);
  }

  @Override
  public void close() {
    killServices();
    sandbox.close();
  }

  private Map<String, String> environment(Service service, Map<Service, Integer> ports, Path work) {
    Map<String, String> environment = environment(sandbox, service, work);
    environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
    environment.put("QUARKUS_MAILER_PORT", Integer.toString(sandbox.smtpPort()));
    environment.put("NOTIFIER_SURVEY_BASE_URL", "http://127.0.0.1:" + ports.get(Service.NOTIFIER));
    environment.put("NOTIFIER_SURVEY_DELAY", "0s");
    return environment;
  }

  /** What tells a service where Kafka, its database and its state are. */
  static Map<String, String> environment(Sandbox sandbox, Service service, Path work) {
    Map<String, String> environment = new HashMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", sandbox.bootstrapServers());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", sandbox.jdbcUrl(service.database()));
    environment.put("QUARKUS_DATASOURCE_USERNAME", service.database());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", service.database());
    environment.put("SLA_MONITOR_STATE_DIR", work.resolve("state").toString());
    return environment;
  }

  static Path workDirectory() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      return Files.createTempDirectory(target, "e2e-");
    } catch (IOException e) {
      throw new UncheckedIOException("no directory to work in", e);
    }
  }
}
