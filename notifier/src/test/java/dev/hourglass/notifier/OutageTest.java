package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.MessageKind;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.delivery.DeliveryWorker;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class OutageTest {

  private static final Duration SOON = Duration.ofSeconds(90);

  @Inject DeliveryWorker worker;
  @Inject Clock clock;

  @Test
  @DisplayName("R23: a mail relay that was away gets each mail once when it is back")
  void relayAway() {
    AnyTicket ticket = anyTicket();
    SandboxResource.sandbox().stopMail();
    try {
      post(ticket);
      await().atMost(SOON).until(() -> attempts(ticket) >= 2);
    } finally {
      SandboxResource.sandbox().startMail();
    }
    await().atMost(SOON).until(() -> said(ticket).size() == 1);
    assertThat(said(ticket).get(0).data()).isInstanceOf(ConfirmationDelivered.class);
    assertThat(Inbox.of(ticket.email())).hasSize(1);
  }

  @Test
  @DisplayName("a mailbox that does not exist is given up at once, and that is said")
  void refusedForGood() {
    AnyTicket ticket = anyTicket();
    SandboxResource.sandbox().refuseMailTo(ticket.email());
    post(ticket);
    await().atMost(SOON).until(() -> said(ticket).size() == 1);
    assertThat(said(ticket).get(0).data())
        .isInstanceOfSatisfying(
            DeliveryFailed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(MessageKind.CONFIRMATION);
              assertThat(failed.reason()).isEqualTo("SMTP_550");
            });
    assertThat(Inbox.of(ticket.email())).isEmpty();
    assertThat(metric("notifier_deliveries_given_up_total")).isNotEmpty();
  }

  @Test
  @DisplayName("a database that was away loses nothing and makes no dead letters")
  void databaseAway() {
    AnyTicket ticket = anyTicket();
    int dead = Broker.records("tickets.notifier.dlq").size();
    SandboxResource.sandbox().stopPostgres();
    try {
      post(ticket);
    } finally {
      SandboxResource.sandbox().startPostgres();
    }
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> said(ticket).size() == 1 && Inbox.of(ticket.email()).size() == 1);
    assertThat(Broker.records("tickets.notifier.dlq")).hasSize(dead);
  }

  @Test
  @DisplayName("a record that does not parse goes to the dead letters; the next one is processed")
  void malformed() {
    AnyTicket ticket = anyTicket();
    String key = "rubbish-before-" + ticket.id();
    Broker.send("tickets", key, "{not json".getBytes(StandardCharsets.UTF_8));
    Broker.send("timings", key, "{\"specversion\":\"1.0\"}".getBytes(StandardCharsets.UTF_8));
    post(ticket);
    await().atMost(SOON).until(() -> said(ticket).size() == 1);
    for (String topic : List.of("tickets.notifier.dlq", "timings.notifier.dlq")) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(Broker.records(topic))
                      .anySatisfy(
                          record -> {
                            assertThat(record.key()).isEqualTo(key);
                            assertThat(record.headers().lastHeader("dead-letter-reason"))
                                .isNotNull();
                          }));
    }
  }

  @Test
  @DisplayName("R23: several workers at once send each mail once")
  void manyWorkers() {
    List<AnyTicket> tickets = IntStream.range(0, 20).mapToObj(i -> anyTicket()).toList();
    tickets.forEach(ticket -> Broker.say(Topics.TICKETS, ticket.created()));
    await().atMost(SOON).until(() -> tickets.stream().allMatch(each -> attempts(each) == 0));
    var later = clock.instant().plusSeconds(31);
    List<CompletableFuture<Integer>> workers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> worker.runOnce(later)))
            .limit(4)
            .toList();
    workers.forEach(CompletableFuture::join);
    await().atMost(SOON).until(() -> tickets.stream().allMatch(each -> said(each).size() == 1));
    assertThat(tickets).allSatisfy(each -> assertThat(Inbox.of(each.email())).hasSize(1));
  }

  private static void post(AnyTicket ticket) {
    Broker.say(Topics.TICKETS, ticket.created());
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
  }

  private static List<? extends Event<?>> said(AnyTicket ticket) {
    return Broker.said(Topics.TIMINGS, ticket.id(), "notifier");
  }

  /** How often the ticket's delivery was tried; -1 while there is none. */
  private static int attempts(AnyTicket ticket) {
    List<Integer> attempts =
        RestAssured.get("/deliveries?ticketId=" + ticket.id()).path("items.attempts");
    return attempts.isEmpty() ? -1 : attempts.get(0);
  }

  private static String metric(String name) {
    return RestAssured.get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .orElse("");
  }
}
