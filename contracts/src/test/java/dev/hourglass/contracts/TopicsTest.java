package dev.hourglass.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.hourglass.contracts.kafka.TopicCreation;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void asyncapiYamlTellsTheSameTopicsAndEvents() throws IOException {
    JsonNode document;
    try (InputStream stream = TopicsTest.class.getResourceAsStream("/asyncapi.yaml")) {
      document = new ObjectMapper(new YAMLFactory()).readTree(stream);
    }
    Map<String, List<String>> told = new LinkedHashMap<>();
    for (JsonNode channel : document.get("channels")) {
      told.put(
          channel.get("address").textValue(),
          StreamSupport.stream(channel.get("messages").spliterator(), false)
              .map(message -> message.get("$ref").textValue().replaceFirst(".*/", ""))
              .toList());
    }
    Map<String, List<String>> coded = new LinkedHashMap<>();
    for (Topic<?> topic : Topics.all()) {
      coded.put(topic.name(), topic.types().stream().<String>map(Class::getSimpleName).toList());
    }

    assertThat(told).isEqualTo(coded);
    for (Topic<?> topic : Topics.all()) {
      for (Class<?> type : topic.types()) {
        JsonNode message = document.at("/components/messages/" + type.getSimpleName());
        assertThat(message.at("/payload/allOf/1/properties/data/$ref").textValue())
            .isEqualTo("./schemas/" + type.getSimpleName() + ".schema.json");
      }
      JsonNode kafka = channel(document, topic.name()).at("/bindings/kafka");
      assertThat(kafka.get("partitions").intValue()).isEqualTo(topic.partitions());
    }
  }

  @Test
  void everyReaderOfATopicHasItsDeadLetters() {
    assertThat(Topics.deadLetters())
        .contains("timings.sla-monitor.dlq", "tickets.notifier.dlq", "tickets.prioritizer.dlq")
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("R11: keeping time never looks like a change of the ticket")
  void theMonitorSaysNothingAboutTickets() {
    assertThat(Topics.all())
        .filteredOn(topic -> topic.speakers().contains(Topics.SLA_MONITOR))
        .extracting(Topic::name)
        .allMatch(name -> name.startsWith("sla-"));
  }

  @Test
  void theHistoryIsKeptForEverUnderTheTimeOfTheLog() {
    NewTopic timings =
        TopicCreation.newTopics((short) 1).stream()
            .filter(topic -> topic.name().equals("timings"))
            .findFirst()
            .orElseThrow();

    assertThat(timings.configs())
        .containsEntry("retention.ms", "-1")
        .containsEntry("message.timestamp.type", "LogAppendTime");
    assertThat(timings.numPartitions()).isEqualTo(12);
  }

  private static JsonNode channel(JsonNode document, String address) {
    return StreamSupport.stream(document.get("channels").spliterator(), false)
        .filter(channel -> channel.get("address").textValue().equals(address))
        .findFirst()
        .orElseThrow();
  }
}
