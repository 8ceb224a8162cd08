package dev.hourglass.ticketintake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.ticketintake.kafka.EventLog;
import dev.hourglass.ticketintake.rest.Api;
import dev.hourglass.ticketintake.rest.ApiTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a customer writes after the solve, from the request to the topic, on the real parts. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "ticket_intake"))
class ThanksFlowTest extends ApiTest {

  @Test
  @DisplayName("R14: thanks leave a solved ticket solved, and the fact says that they are thanks")
  void thanks_leave_a_solved_ticket_solved() {
    UUID id = solved();

    Api.Reply replied = wrote(id, "Great, thank you!\\n\\nBest regards\\nAda Lovelace");

    assertThat(replied.json().path("status").asText()).isEqualTo("SOLVED");
    List<Event<Fact>> facts = EventLog.await(Topics.TIMINGS, id, 3);
    assertThat(((TicketReplied) facts.get(2).data()).onlyThanks()).isTrue();
    assertThat(facts).hasSize(3);
  }

  @Test
  @DisplayName("R14: thanks with a but open a solved ticket again, in a new cycle")
  void thanks_with_a_but_open_it_again() {
    UUID id = solved();

    Api.Reply replied = wrote(id, "Thanks, but it is still down");

    assertThat(replied.json().path("status").asText()).isEqualTo("OPEN");
    assertThat(replied.json().path("cycle").asInt()).isEqualTo(2);
    List<Event<Fact>> facts = EventLog.await(Topics.TIMINGS, id, 4);
    assertThat(facts)
        .extracting(Event::type)
        .containsExactly("TicketReceived", "TicketSolved", "TicketReplied", "TicketReopened");
    assertThat(((TicketReplied) facts.get(2).data()).onlyThanks()).isFalse();
    assertThat(facts.get(2).data().occurredAt()).isEqualTo(facts.get(3).data().occurredAt());
  }

  private UUID solved() {
    UUID id = api.aTicket();
    api.command(id, "solve").is(200);
    return id;
  }

  private Api.Reply wrote(UUID id, String text) {
    String reply = "{\"by\":\"REQUESTER\",\"visibility\":\"PUBLIC\",\"text\":\"%s\"}";
    return api.command(id, "replies", reply.formatted(text)).is(201);
  }
}
