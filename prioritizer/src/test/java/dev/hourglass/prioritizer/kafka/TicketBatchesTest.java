package dev.hourglass.prioritizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.prioritizer.SaidPromises;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tickets that are heard together, once and again. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class TicketBatchesTest {

  @Inject Announcer announcer;

  private final TopicLog log = TopicLog.shared();
  private final SaidPromises promises = new SaidPromises(log);
  private final Instant received = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

  @Test
  @DisplayName("R23: a batch that comes again after a crash between commit and acknowledgement")
  void promisesEachTicketOfARepeatedBatchOnce() {
    List<Event<TicketSaid>> batch = tickets(40);
    announcer.hear(batch);
    announcer.hear(batch);
    // After the restart the batches are cut elsewhere.
    List<Event<TicketSaid>> other = new ArrayList<>(batch.subList(20, 40));
    List<Event<TicketSaid>> later = tickets(10);
    other.addAll(later);
    announcer.hear(other);

    awaitOnePromiseEach(batch);
    awaitOnePromiseEach(later);
  }

  @Test
  @DisplayName("R23: two instances that hear the same batch at once promise each ticket once")
  void promisesOnceWhoeverHears() throws InterruptedException {
    List<Event<TicketSaid>> batch = tickets(30);
    List<Event<TicketSaid>> reversed = new ArrayList<>(batch);
    Collections.reverse(reversed);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      List<Event<TicketSaid>> mine = i % 2 == 0 ? batch : reversed;
      threads.execute(() -> hearUntilItWorks(mine));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    awaitOnePromiseEach(batch);
  }

  @Test
  @DisplayName("one that the database can never take is refused alone, and the others are promised")
  void refusesOnlyTheBadOne() {
    List<Event<TicketSaid>> good = tickets(20);
    UUID bad = UuidCreator.getTimeOrderedEpoch();
    int middle = 0;
    for (Event<TicketSaid> each : good) {
      if (middle++ == 10) {
        log.say(Topics.TICKETS, CreatedTickets.outage("K\u0000-2", bad, received));
      }
      log.say(Topics.TICKETS, each);
    }
    awaitOnePromiseEach(good);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(log.records(Topics.TICKETS.deadLetters(Topics.PRIORITIZER)))
                    .filteredOn(each -> bad.toString().equals(each.key()))
                    .hasSize(1));
  }

  /** As the inbox does it: whoever comes second finds what the first has done. */
  private void hearUntilItWorks(List<Event<TicketSaid>> batch) {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(
            () -> {
              announcer.hear(batch);
              return true;
            });
  }

  private List<Event<TicketSaid>> tickets(int count) {
    return Stream.generate(UuidCreator::getTimeOrderedEpoch)
        .limit(count)
        .map(id -> CreatedTickets.outage("BATCH", id, received))
        .toList();
  }

  private void awaitOnePromiseEach(List<Event<TicketSaid>> batch) {
    List<String> wanted = batch.stream().map(Event::subject).toList();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(promises.all())
                    .extracting(Event::subject)
                    .filteredOn(wanted::contains)
                    .containsExactlyInAnyOrderElementsOf(wanted));
  }
}
