package dev.hourglass.sandbox;

import dev.hourglass.sandbox.containers.KafkaInContainer;
import dev.hourglass.sandbox.containers.PostgresInContainer;
import dev.hourglass.sandbox.kafka.Kafka;
import dev.hourglass.sandbox.postgres.Postgres;
import java.nio.file.Path;

/**
 * The sandbox with Kafka and PostgreSQL from their official images, by Testcontainers; the mail
 * server stays in this JVM. Only for tests, which bring Testcontainers themselves.
 */
public final class ContainerSandbox {

  private ContainerSandbox() {}

  /** As {@link Sandbox#start}; nothing but the mails is left when it is closed. */
  public static Sandbox start(SandboxConfig config) {
    return LocalSandbox.start(
        config,
        new LocalSandbox.Parts() {
          @Override
          public Kafka kafka(Path directory, int port) {
            return new KafkaInContainer(port);
          }

          @Override
          public Postgres postgres(Path directory, int port) {
            return new PostgresInContainer(port);
          }
        });
  }
}
