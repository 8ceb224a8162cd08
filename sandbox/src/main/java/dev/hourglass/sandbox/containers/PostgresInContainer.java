package dev.hourglass.sandbox.containers;

import dev.hourglass.sandbox.postgres.Postgres;
import java.time.Duration;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL from its official image. */
public final class PostgresInContainer implements Postgres {

  private static final int INSIDE = 5432;

  /** Over TCP, since the server that fills a new data directory listens on its socket only. */
  private static final String IS_READY = "pg_isready -h 127.0.0.1 -U " + SUPERUSER;

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
    Wait.forSuccessfulCommand(IS_READY).withStartupTimeout(STARTUP).waitUntilReady(container);
  }

  @Override
  public void close() {
    process.stop(STOP_SECONDS);
  }

  @Override
  public void remove() {
    process.remove();
  }
}
