package dev.hourglass.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where a sandbox keeps its data and which ports it listens on; all on this machine only.
 *
 * @param data everything that survives a restart: Kafka's log, PostgreSQL's files, the mails
 * @param binaries where PostgreSQL is unpacked to; may be shared by many sandboxes
 * @param kafkaPort 0 = any free port, as with the other ports
 */
public record SandboxConfig(
    Path data, Path binaries, int kafkaPort, int postgresPort, int smtpPort, int inboxPort) {

  public static final String DATA = "HOURGLASS_DATA";
  public static final String BINARIES = "HOURGLASS_POSTGRES_BINARIES";
  public static final String KAFKA_PORT = "HOURGLASS_KAFKA_PORT";
  public static final String POSTGRES_PORT = "HOURGLASS_POSTGRES_PORT";
  public static final String SMTP_PORT = "HOURGLASS_SMTP_PORT";
  public static final String INBOX_PORT = "HOURGLASS_INBOX_PORT";

  public SandboxConfig {
    Objects.requireNonNull(data, "a sandbox needs a directory for its data");
    data = data.toAbsolutePath().normalize();
    binaries = Objects.requireNonNullElseGet(binaries, SandboxConfig::sharedBinaries);
    binaries = binaries.toAbsolutePath().normalize();
    portNumber(kafkaPort, KAFKA_PORT);
    portNumber(postgresPort, POSTGRES_PORT);
    portNumber(smtpPort, SMTP_PORT);
    portNumber(inboxPort, INBOX_PORT);
  }

  /** The ports that all the documents name. */
  public static SandboxConfig usualPorts(Path data) {
    return new SandboxConfig(data, null, 9092, 15432, 1025, 8025);
  }

  /** For tests, many of which may run at once on one machine. */
  public static SandboxConfig freePorts(Path data) {
    return new SandboxConfig(data, null, 0, 0, 0, 0);
  }

  /** The usual ports unless the environment names others. */
  public static SandboxConfig from(Map<String, String> environment) {
    SandboxConfig usual = usualPorts(Path.of(environment.getOrDefault(DATA, ".hourglass/data")));
    String binaries = environment.get(BINARIES);
    return new SandboxConfig(
        usual.data,
        binaries == null ? null : Path.of(binaries),
        port(environment, KAFKA_PORT, usual.kafkaPort),
        port(environment, POSTGRES_PORT, usual.postgresPort),
        port(environment, SMTP_PORT, usual.smtpPort),
        port(environment, INBOX_PORT, usual.inboxPort));
  }

  private static Path sharedBinaries() {
    String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9_-]", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "hourglass-postgres-" + user);
  }

  private static int port(Map<String, String> environment, String name, int usual) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      return usual;
    }
    try {
      return Integer.parseInt(value.trim());
    } catch (NumberFormatException e) {
      throw new SandboxException(name + " must be a port number, not '" + value + "'", e);
    }
  }

  private static void portNumber(int port, String name) {
    if (port < 0 || port > 65_535) {
      throw new SandboxException(name + " must be 0 to 65535, not " + port);
    }
  }
}
