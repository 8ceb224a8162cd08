package dev.hourglass.contracts.kafka;

import dev.hourglass.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of {@link Topics} that a cluster does not have yet. */
public final class TopicCreation {

  private static final Map<String, String> DEAD_LETTERS = Map.of("retention.ms", "-1");

  private TopicCreation() {}

  /** All topics with their dead letters, as Kafka wants to hear of them. */
  public static List<NewTopic> newTopics(short replication) {
    Stream<NewTopic> events =
        Topics.all().stream()
            .map(
                topic ->
                    new NewTopic(topic.name(), topic.partitions(), replication)
                        .configs(topic.config()));
    Stream<NewTopic> deadLetters =
        Topics.deadLetters().map(name -> new NewTopic(name, 1, replication).configs(DEAD_LETTERS));
    return Stream.concat(events, deadLetters).toList();
  }

  /**
   * Creates what is missing and leaves what is there as it is; safe to call from several places at
   * once.
   *
   * @return the names of the topics created
   * @throws ExecutionException if the cluster refuses
   */
  public static List<String> createMissing(Admin admin, short replication)
      throws ExecutionException, InterruptedException {
    Set<String> present = admin.listTopics().names().get();
    List<NewTopic> missing =
        newTopics(replication).stream().filter(topic -> !present.contains(topic.name())).toList();
    var results = admin.createTopics(missing).values();
    for (var result : results.values()) {
      try {
        result.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    return missing.stream().map(NewTopic::name).toList();
  }
}
