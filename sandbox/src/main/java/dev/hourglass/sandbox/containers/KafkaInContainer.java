package dev.hourglass.sandbox.containers;

import dev.hourglass.sandbox.SandboxException;
import dev.hourglass.sandbox.kafka.Kafka;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka from its official image. Its end is a kill: the log must stand that anyway. */
public final class KafkaInContainer implements Kafka {

  private static final int INSIDE = 9092;

  private final KafkaContainer container;
  private final RestartableContainer process;
  private final int port;

  public KafkaInContainer(int port) {
    this.port = port;
    container =
        new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4")
            .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
            .withEnv("KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000")
            .withEnv("KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "500")
            .withEnv("KAFKA_HEAP_OPTS", "-Xmx256m");
    process = new RestartableContainer(container, INSIDE, port);
  }

  @Override
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  @Override
  public void start() {
    process.start();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The client finds its plugins by the thread's loader; a caller's may know other classes.
    thread.setContextClassLoader(KafkaInContainer.class.getClassLoader());
    try {
      awaitBroker();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void awaitBroker() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
      admin.listTopics().names().get();
    } catch (ExecutionException e) {
      throw new SandboxException("Kafka does not start on port " + port, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("interrupted while Kafka starts", e);
    }
  }

  @Override
  public void close() {
    process.stop(0);
  }

  @Override
  public void remove() {
    process.remove();
  }
}
