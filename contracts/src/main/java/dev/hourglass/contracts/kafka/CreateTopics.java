package dev.hourglass.contracts.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * The init step of an installation: creates the topics that the cluster does not have yet, and
 * ends. Everything comes from the environment, as with the services: {@code
 * KAFKA_BOOTSTRAP_SERVERS}, {@code KAFKA_SECURITY_PROTOCOL} and so on, {@code TOPICS_REPLICATION}.
 */
public final class CreateTopics {

  static final String REPLICATION = "TOPICS_REPLICATION";
  private static final String PREFIX = "KAFKA_";

  private CreateTopics() {}

  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> environment = System.getenv();
    try (Admin admin = Admin.create(clientSettings(environment))) {
      List<String> created = TopicCreation.createMissing(admin, replication(environment));
      created.forEach(name -> System.out.println("created " + name));
      System.out.println(created.size() + " topics created, the others were there");
    } catch (ExecutionException e) {
      fail("Kafka refuses the topics: " + e.getCause());
    } catch (KafkaException | IllegalArgumentException e) {
      fail(e.getCause() == null ? e.toString() : e + ": " + e.getCause().getMessage());
    }
  }

  /** {@code KAFKA_SASL_MECHANISM} is {@code sasl.mechanism}, and so on. */
  public static Map<String, Object> clientSettings(Map<String, String> environment) {
    Map<String, Object> settings = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !value.isBlank()) {
            String key = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
            settings.put(key, value);
          }
        });
    if (!settings.containsKey("bootstrap.servers")) {
      throw new IllegalArgumentException("KAFKA_BOOTSTRAP_SERVERS must be set");
    }
    return settings;
  }

  static short replication(Map<String, String> environment) {
    String value = environment.getOrDefault(REPLICATION, "1");
    try {
      return Short.parseShort(value.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(REPLICATION + " must be a number, not '" + value + "'", e);
    }
  }

  private static void fail(String why) {
    System.err.println(why);
    System.exit(1);
  }
}
