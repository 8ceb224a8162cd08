package dev.hourglass.sandbox.postgres;

import dev.hourglass.sandbox.SandboxException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One PostgreSQL server that keeps what it has committed. */
public final class PostgresServer implements Postgres {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration STARTUP = Duration.ofSeconds(60);

  private final Path directory;
  private final Path binaries;
  private final int port;
  private EmbeddedPostgres server;

  public PostgresServer(Path directory, Path binaries, int port) {
    this.directory = directory;
    this.binaries = binaries;
    this.port = port;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public synchronized void start() {
    if (server != null) {
      return;
    }
    refuseHopelessRoot();
    LeftOver.of(directory).filter(left -> left.port() != port).ifPresent(LeftOver::stop);
    try {
      Files.createDirectories(binaries);
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setOverrideWorkingDirectory(binaries.toFile())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPort(port)
              .setPGStartupWait(STARTUP)
              // The library starts it with -F, and with commits that a crash would lose.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("shared_buffers", "64MB")
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .start();
      ownersOnly(binaries);
    } catch (IOException | RuntimeException e) {
      throw new SandboxException("PostgreSQL does not start on port " + port, e);
    }
    refuseForeignServer();
  }

  @Override
  public synchronized void close() {
    if (server == null) {
      return;
    }
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("PostgreSQL did not stop in good order; it recovers at its next start", e);
    }
    server = null;
  }

  /** The library lets everybody write where programs lie that we run. */
  private static void ownersOnly(Path directory) throws IOException {
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** PostgreSQL never runs as root; a namespace of its own helps, where there may be one. */
  private static void refuseHopelessRoot() {
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root && !LinuxUtils.isUnshareAvailable()) {
      throw new SandboxException(
          "PostgreSQL refuses to run as root, and this machine does not let root make a user"
              + " namespace (unshare -U) to run it in. Start the sandbox as another user, or, in a"
              + " container, allow user namespaces (docker run --security-opt seccomp=unconfined).");
    }
  }

  /** The library reports success against whatever server answers on the port. */
  private void refuseForeignServer() {
    try (Connection connection = asSuperuser();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      row.next();
      Path answered = Path.of(row.getString(1)).toRealPath();
      if (!answered.equals(directory.toRealPath())) {
        throw new SandboxException(
            "on port %d answers another PostgreSQL, with its data in %s".formatted(port, answered));
      }
    } catch (SQLException | IOException e) {
      throw new SandboxException("PostgreSQL on port " + port + " cannot be asked who it is", e);
    }
  }

  /**
   * Whether a server runs on these data, left over when the JVM that had started it was killed. On
   * the port wanted it is adopted: its connections, and so the services', stay.
   */
  public static boolean runsOn(Path directory, int port) {
    return LeftOver.of(directory).filter(left -> left.port() == port).isPresent();
  }

  /** Stops a server that a killed JVM left over on these data, if there is one. */
  public static void stopLeftOver(Path directory) {
    LeftOver.of(directory).ifPresent(LeftOver::stop);
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      // Gone between two looks: the server has just ended.
      return List.of();
    }
  }
}
