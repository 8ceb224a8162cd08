package dev.hourglass.sandbox.kafka;

import dev.hourglass.contracts.kafka.TopicCreation;
import dev.hourglass.sandbox.SandboxException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** One Kafka node that can be stopped and started again, on the same port and with its log. */
public interface Kafka extends AutoCloseable {

  String bootstrapServers();

  /** Returns when the broker takes records; does nothing if it runs already. */
  void start();

  /** Stops it; the log stays. */
  @Override
  void close();

  /** Stops it for good. */
  default void remove() {
    close();
  }

  /** Creates the topics of Hourglass that are missing. */
  default void createTopics() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
      TopicCreation.createMissing(admin, (short) 1);
    } catch (ExecutionException e) {
      throw new SandboxException("Kafka refuses the topics", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("interrupted while creating the topics", e);
    }
  }
}
