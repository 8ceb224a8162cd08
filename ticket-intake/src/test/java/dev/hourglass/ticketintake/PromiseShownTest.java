package dev.hourglass.ticketintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.ticketintake.kafka.EventLog;
import dev.hourglass.ticketintake.rest.ApiTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "ticket_intake"))
class PromiseShownTest extends ApiTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void a_promise_shows_on_its_ticket() {
    UUID id = api.aTicket();

    say(id, 1, Priority.P2);

    JsonNode ticket = showing(id, Priority.P2);
    assertThat(ticket.at("/reasons/0/rule").asText()).isEqualTo("down-without-workaround");
    assertThat(ticket.path("edition").asText()).isEqualTo("2021");
    assertThat(ticket.at("/promise/0/metric").asText()).isEqualTo("FIRST_REPLY");
    assertThat(ticket.at("/promise/0/within").asText()).isEqualTo("PT1H");
    assertThat(ticket.at("/promise/0/calendar").asText()).isEqualTo("always");
    assertThat(api.command(id, "solve").is(200).json().path("priority").asText()).isEqualTo("P2");
    assertThat(api.get("/tickets?account=ACME-1&status=SOLVED").json().path("items"))
        .anySatisfy(item -> assertThat(item.path("priority").asText()).isEqualTo("P2"));
  }

  @Test
  void a_later_promise_replaces_an_earlier_one_and_never_the_other_way_round() {
    UUID id = api.aTicket();
    say(id, 2, Priority.P1);
    showing(id, Priority.P1);

    say(id, 1, Priority.P4);
    say(id, 2, Priority.P3);
    say(id, 3, Priority.P2);

    showing(id, Priority.P2);
  }

  @Test
  void a_promise_for_an_unknown_ticket_and_a_record_that_does_not_parse_stop_nothing() {
    UUID id = api.aTicket();
    String key = id.toString();

    EventLog.sayRaw(key, ("not an event " + id).getBytes(StandardCharsets.UTF_8));
    say(UUID.randomUUID(), 1, Priority.P1);
    say(id, 1, Priority.P3);

    showing(id, Priority.P3);
    String deadLetters = Topics.TIMINGS.deadLetters(Topics.TICKET_INTAKE);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(EventLog.records(deadLetters))
                    .filteredOn(record -> text(record).equals("not an event " + id))
                    .hasSize(1));
    assertThat(EventLog.records(deadLetters)).allMatch(record -> text(record).startsWith("not an"));
  }

  private JsonNode showing(UUID id, Priority priority) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> api.get("/tickets/" + id).json(),
            ticket -> ticket.path("priority").asText().equals(priority.name()));
  }

  private static String text(ConsumerRecord<String, byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  private static void say(UUID ticket, long sequence, Priority priority) {
    Instant now = Instant.now();
    Basis basis =
        new Basis(
            "ACME-1",
            true,
            AccountType.BUSINESS,
            Plan.PREMIER,
            Role.OWNER,
            null,
            null,
            "en",
            Channel.WEB,
            Queue.TECHNICAL,
            priority);
    Target target =
        new Target(Metric.FIRST_REPLY, Duration.ofHours(1), "always", Set.of(), List.of(), true);
    TicketPrioritized said =
        new TicketPrioritized(
            ticket,
            now,
            UUID.randomUUID().toString(),
            priority,
            List.of(new Reason("down-without-workaround", "The service is down.")),
            null,
            false,
            new Entitlement(true, 2, true, true, false, List.of(), List.of()),
            basis,
            new Promise("2021", List.of(target)));
    EventLog.say(Topics.TIMINGS, Event.of(Topics.PRIORITIZER, now, sequence, said));
  }
}
