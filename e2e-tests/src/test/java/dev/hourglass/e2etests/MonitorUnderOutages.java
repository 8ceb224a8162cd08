package dev.hourglass.e2etests;

import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.sandbox.Ports;
import dev.hourglass.sandbox.Sandbox;
import dev.hourglass.sandbox.SandboxConfig;
import dev.hourglass.sandbox.junit.TopicLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The packaged sla-monitor, one instance or two, on a sandbox of its own; the test plays the three
 * services that say facts, and listens to the breaches.
 */
final class MonitorUnderOutages implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofMillis(1_500);

  private final Path work = OnSandbox.workDirectory();
  private final Sandbox sandbox = Sandbox.start(SandboxConfig.freePorts(work.resolve("sandbox")));
  private final KafkaProducer<String, byte[]> producer = producer();
  private final Map<String, PlayedSpeaker> speakers = new TreeMap<>();
  private final Ear ear =
      new Ear(sandbox.bootstrapServers(), Topics.SLA_BREACHES, Topics.SLA_CLOCKS);
  private final List<RunningService> monitors = new ArrayList<>();

  MonitorUnderOutages(int instances, Duration holdAtMost) {
    new TopicLog(sandbox.bootstrapServers())
        .say(
            Topics.EDITIONS,
            Event.of(
                Topics.PRIORITIZER,
                Instant.now(),
                1,
                new EditionPublished(
                    PlannedTicket.EDITION,
                    Instant.now(),
                    "Outages",
                    List.of(CalendarDefinition.alwaysOn(PlannedTicket.CALENDAR)),
                    "edition: outages",
                    "digest")));
    Topics.TIMINGS
        .speakers()
        .forEach(name -> speakers.put(name, new PlayedSpeaker(name, producer)));
    for (int number = 1; number <= instances; number++) {
      monitors.add(monitor(number, holdAtMost));
    }
    monitors.forEach(RunningService::start);
    awaitReady();
  }

  void awaitReady() {
    monitors.forEach(RunningService::awaitReady);
  }

  /** Waits until the clocks of these tickets have been looked at. */
  void awaitKnown(Collection<PlannedTicket> tickets) {
    await("the clocks of the tickets are known; logs are in " + work)
        .atMost(PATIENCE)
        .until(
            () ->
                tickets.stream()
                    .allMatch(
                        ticket ->
                            ear.all(ClocksChanged.class, ticket.id()).stream()
                                .anyMatch(state -> !state.clocks().isEmpty())));
  }

  /** Of how many partitions each instance keeps the clocks. */
  private List<Integer> partitions() {
    return monitors.stream().map(Health::partitions).toList();
  }

  /** Waits until every instance has something to do. */
  void awaitShared() {
    await("every instance keeps some partitions; logs are in " + work)
        .atMost(PATIENCE)
        .until(() -> partitions().stream().allMatch(count -> count > 0));
  }

  /** The one, or the first of two. */
  RunningService monitor() {
    return monitors.get(0);
  }

  PlayedSpeaker speaker(String name) {
    return speakers.get(name);
  }

  Collection<PlayedSpeaker> speakers() {
    return speakers.values();
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Ear ear() {
    return ear;
  }

  /** All that will happen to the tickets happens at its time. */
  void plan(Collection<PlannedTicket> tickets) {
    tickets.stream()
        .flatMap(ticket -> ticket.events().stream())
        .forEach(event -> speakers.get(event.source()).plan(event));
  }

  /** Waits until all is said that there is to say, and no more is said for a while. */
  Verdict verdict(Collection<PlannedTicket> tickets) {
    Verdict[] last = new Verdict[1];
    try {
      await()
          .pollInterval(Duration.ofMillis(100))
          .atMost(PATIENCE)
          .during(QUIET)
          .until(() -> saidAll() && (last[0] = Verdict.on(tickets, ear)).holds());
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      throw new AssertionError(Verdict.on(tickets, ear) + "; logs are in " + work, e);
    }
    return last[0];
  }

  boolean saidAll() {
    return speakers.values().stream().allMatch(PlayedSpeaker::saidAll);
  }

  private RunningService monitor(int number, Duration holdAtMost) {
    Map<String, String> environment = OnSandbox.environment(sandbox, Service.SLA_MONITOR, work);
    environment.put("SLA_MONITOR_STATE_SHARED", work.resolve("states").toString());
    environment.put("SLA_MONITOR_ALERT_HOLD_AT_MOST", holdAtMost.toString());
    return new RunningService(
        Service.SLA_MONITOR, Ports.anyFree(), Hourglass.ROOT, directory(number), environment);
  }

  private Path directory(int number) {
    try {
      return Files.createDirectories(work.resolve("monitor-" + number));
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for the log", e);
    }
  }

  /** It gives up soon, as the outboxes do: what the broker did not take is tried anew. */
  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", sandbox.bootstrapServers(),
            "max.block.ms", "2000",
            "request.timeout.ms", "2000",
            "delivery.timeout.ms", "4000",
            "linger.ms", "0"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  @Override
  public void close() {
    monitors.forEach(RunningService::kill);
    speakers.values().forEach(PlayedSpeaker::close);
    ear.close();
    producer.close(Duration.ofSeconds(1));
    sandbox.close();
  }
}
