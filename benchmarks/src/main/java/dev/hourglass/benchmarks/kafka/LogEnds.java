package dev.hourglass.benchmarks.kafka;

import dev.hourglass.contracts.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Where the logs of the topics end, and how far groups have read them. */
public final class LogEnds implements AutoCloseable {

  private static final String STREAM = Topics.SLA_MONITOR;
  private static final String LEDGERS = Topics.SLA_MONITOR + "-facts";
  private static final String BOARD = Topics.SLA_MONITOR + "-projection";
  private static final Duration POLL = Duration.ofMillis(100);

  private final String bootstrapServers;
  private final Admin admin;

  public LogEnds(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** How many facts the monitor's stream has committed. */
  public long committedByStream() {
    return sum(committed(STREAM, Topics.TIMINGS.name()));
  }

  /** Whether the monitor has committed all facts, with those of its ledgers and its board. */
  public boolean allRead() {
    return streamHasReadAll()
        && nothingBehind(LEDGERS, Topics.TIMINGS.name())
        && nothingBehind(BOARD, Topics.SLA_CLOCKS.name());
  }

  /** Whether the monitor's stream has committed all facts. */
  public boolean streamHasReadAll() {
    return committedByStream() == sum(ends(Topics.TIMINGS.name()));
  }

  /** Whether a group has committed all that a topic holds. */
  public boolean hasRead(String group, String topic) {
    return nothingBehind(group, topic);
  }

  /** Lets a group that nobody is in read all topics from their beginning once more. */
  public void rewind(String group) {
    get(
        () -> {
          Map<TopicPartition, OffsetAndMetadata> offsets =
              admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
          offsets.replaceAll((partition, offset) -> new OffsetAndMetadata(0));
          return admin.alterConsumerGroupOffsets(group, offsets).all().get();
        });
  }

  /** The end offsets of all partitions of all topics but the broker's own. */
  public Map<TopicPartition, Long> allEnds() {
    Set<String> names =
        get(() -> admin.listTopics().names().get()).stream()
            .filter(name -> !name.startsWith("__"))
            .collect(Collectors.toSet());
    return ends(names);
  }

  /** Makes a topic with as many partitions as those keyed by ticket. */
  public void create(String topic) {
    get(
        () ->
            admin
                .createTopics(List.of(new NewTopic(topic, Topics.TICKET_PARTITIONS, (short) 1)))
                .all()
                .get());
  }

  /** Transaction markers take offsets too: whether only those are behind what was committed. */
  private boolean nothingBehind(String group, String topic) {
    Map<TopicPartition, Long> committed = committed(group, topic);
    Map<TopicPartition, Long> behind = new HashMap<>(ends(topic));
    behind.entrySet().removeIf(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    if (behind.isEmpty()) {
      return true;
    }
    try (KafkaConsumer<byte[], byte[]> reader = Clients.reader(bootstrapServers)) {
      reader.assign(behind.keySet());
      behind.keySet().forEach(each -> reader.seek(each, committed.getOrDefault(each, 0L)));
      while (behind.entrySet().stream()
          .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
        if (!reader.poll(POLL).isEmpty()) {
          return false;
        }
      }
      return true;
    }
  }

  private Map<TopicPartition, Long> ends(String topic) {
    return ends(Set.of(topic));
  }

  private Map<TopicPartition, Long> ends(Collection<String> topics) {
    Map<TopicPartition, OffsetSpec> question = new HashMap<>();
    get(() -> admin.describeTopics(topics).allTopicNames().get())
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(
                        each ->
                            question.put(
                                new TopicPartition(name, each.partition()), OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(() ->
            admin
                .listOffsets(question, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get())
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  private Map<TopicPartition, Long> committed(String group, String topic) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        get(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    return offsets.entrySet().stream()
        .filter(each -> each.getValue() != null && each.getKey().topic().equals(topic))
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private interface Question<T> {
    T ask() throws ExecutionException, InterruptedException;
  }

  private static <T> T get(Question<T> question) {
    try {
      return question.ask();
    } catch (ExecutionException e) {
      throw new KafkaException("the broker does not answer as it should", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while the broker was asked", e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }
}
