package dev.hourglass.sandbox.containers;

import dev.hourglass.sandbox.SandboxException;
import dev.hourglass.sandbox.postgres.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL from its official image. */
public final class PostgresInContainer implements Postgres {

  private static final int INSIDE = 5432;
  private static final int STOP_SECONDS = 20;
  private static final Duration STARTUP = Duration.ofSeconds(60);

  private final PostgreSQLContainer container;
  private final RestartableContainer process;
  private final int port;

  public PostgresInContainer(int port) {
    this.port = port;
    container =
        new PostgreSQLContainer("postgres:18")
            .withUsername(SUPERUSER)
            .withPassword(SUPERUSER)
            .withDatabaseName(SUPERUSER);
    // Testcontainers would switch fsync off.
    container.withCommand("postgres");
    process = new RestartableContainer(container, INSIDE, port);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    process.start();
    Instant patience = Instant.now().plus(STARTUP);
    while (!answers(patience)) {
      pause();
    }
  }

  @Override
  public void close() {
    process.stop(STOP_SECONDS);
  }

  @Override
  public void remove() {
    process.remove();
  }

  private boolean answers(Instant patience) {
    try (Connection connection = asSuperuser()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      if (Instant.now().isAfter(patience)) {
        throw new SandboxException("PostgreSQL does not start on port " + port, e);
      }
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("interrupted while PostgreSQL starts", e);
    }
  }
}
