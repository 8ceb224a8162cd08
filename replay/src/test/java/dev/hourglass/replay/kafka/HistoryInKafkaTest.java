package dev.hourglass.replay.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.replay.Editions;
import dev.hourglass.replay.Replayed;
import dev.hourglass.replay.ToldTicket;
import dev.hourglass.sandbox.junit.SharedSandbox;
import dev.hourglass.sandbox.junit.TopicLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryInKafkaTest {

  private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);
  private static final String KAFKA = SharedSandbox.get().bootstrapServers();
  private static final TopicLog LOG = TopicLog.shared();

  @TempDir static Path directory;

  @BeforeAll
  static void aHistory() {
    LOG.say(Topics.EDITIONS, shipped());
    ToldTicket slow =
        new ToldTicket("HG-SLOW", "4711", YESTERDAY)
            .received("09:00")
            .replied("09:40")
            .solved("12:00");
    slow.events().forEach(event -> LOG.say(Topics.TIMINGS, event));
    slow.events().forEach(event -> LOG.say(Topics.TIMINGS, event));
    ToldTicket silent =
        new ToldTicket("HG-SILENT", "4712", YESTERDAY).received("09:00").solved("12:00");
    silent.events().forEach(event -> LOG.say(Topics.TIMINGS, event));
    takeBack(new ToldTicket("HG-SILENT", "4712", YESTERDAY).replied("09:10").events().get(0));
    LOG.say(Topics.TIMINGS.name(), "HG", "no fact".getBytes(StandardCharsets.UTF_8));
    LOG.say(Topics.TIMINGS.name(), "another", EventJson.write(slow.events().get(0)));
  }

  @Test
  void the_committed_facts_are_folded_under_another_edition() throws Exception {
    Replayed replayed = replay("tighter", "30m");

    assertThat(replayed.status()).as(replayed.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(replayed.out());
    assertThat(report.at("/tickets").asInt()).isEqualTo(2);
    assertThat(report.at("/facts").asInt()).isEqualTo(9);
    assertThat(report.at("/leftOut/unreadable").asInt()).isEqualTo(2);
    assertThat(report.at("/breaches/baseline").asInt()).isEqualTo(1);
    assertThat(report.at("/breaches/replayed").asInt()).isEqualTo(2);
    assertThat(report.at("/breaches/gainedBreaches/0/reference").asText()).isEqualTo("HG-SLOW");
    assertThat(report.at("/breaches/gainedBreaches/0/deadline").asText())
        .isEqualTo(YESTERDAY + "T09:30:00Z");
    assertThat(report.at("/breaches/byHour/0/hour").asText()).isEqualTo(YESTERDAY + "T09:00:00Z");
    assertThat(replayed.err())
        .contains("Folded 9 facts of 2 tickets twice", "timings, partition", "not JSON");
  }

  @Test
  void two_editions_are_compared_whatever_was_promised() throws Exception {
    Path looser = Files.writeString(directory.resolve("b.yaml"), Editions.document("looser", "4h"));

    Replayed replayed = replay("tighter", "30m", "--against", looser.toString());

    assertThat(replayed.status()).as(replayed.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(replayed.out());
    assertThat(report.at("/against/edition").asText()).isEqualTo("looser");
    assertThat(report.at("/tickets").asInt()).isEqualTo(2);
    assertThat(report.at("/breaches/baseline").asInt()).isZero();
    assertThat(report.at("/breaches/gainedBreaches").findValuesAsText("reference"))
        .containsExactlyInAnyOrder("HG-SLOW", "HG-SILENT");
    assertThat(replay("tighter", "30m", "--against", looser.toString()).out())
        .isEqualTo(replayed.out());
  }

  @Test
  void the_same_log_gives_the_same_bytes() throws Exception {
    assertThat(replay("looser", "2h").out()).isEqualTo(replay("looser", "2h").out());
  }

  @Test
  void a_replay_leaves_no_trace_in_kafka() throws Exception {
    Map<String, Long> before = ends();

    replay("tighter", "30m");

    assertThat(ends()).isEqualTo(before);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
      assertThat(admin.listGroups().all().get()).isEmpty();
    }
  }

  private static Replayed replay(String name, String within, String... more) throws Exception {
    Path file = directory.resolve(name + ".yaml");
    Files.writeString(file, Editions.document(name, within));
    List<String> line = new ArrayList<>(List.of("--edition", file.toString(), "--json"));
    line.addAll(List.of(more));
    return Replayed.with(Map.of("KAFKA_BOOTSTRAP_SERVERS", KAFKA), line.toArray(String[]::new));
  }

  private static Map<String, Long> ends() throws Exception {
    Map<String, Long> ends = new TreeMap<>();
    for (Topic<?> topic : Topics.all()) {
      ends.put(topic.name(), LOG.end(topic));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
      admin.listTopics().names().get().forEach(name -> ends.putIfAbsent(name, 0L));
    }
    return ends;
  }

  private static Event<EditionPublished> shipped() {
    Edition edition = Editions.asMade().edition();
    return Event.of(
        "prioritizer",
        Instant.now(),
        1,
        new EditionPublished(
            edition.id(),
            edition.effectiveFrom(),
            edition.title(),
            edition.calendars(),
            Editions.document(),
            "digest"));
  }

  /** A reply in a transaction that is aborted was never said. */
  private static void takeBack(Event<Fact> reply) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", KAFKA, "transactional.id", "takes-back"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(
          new ProducerRecord<>(Topics.TIMINGS.name(), reply.subject(), EventJson.write(reply)));
      producer.flush();
      producer.abortTransaction();
    }
  }
}
