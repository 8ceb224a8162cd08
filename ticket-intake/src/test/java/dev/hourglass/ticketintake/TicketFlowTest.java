package dev.hourglass.ticketintake;

import static dev.hourglass.ticketintake.rest.Api.IMPROPER;
import static dev.hourglass.ticketintake.rest.Api.PROPER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.ticket.SourceMail;
import dev.hourglass.contracts.ticket.TicketAmended;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.ticketintake.kafka.EventLog;
import dev.hourglass.ticketintake.postgres.Database;
import dev.hourglass.ticketintake.rest.Api;
import dev.hourglass.ticketintake.rest.ApiTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A ticket's way from the request to the topics, on the real parts. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "ticket_intake"))
class TicketFlowTest extends ApiTest {

  @Test
  void a_posted_ticket_is_answered_stored_and_said() {
    Api.Reply posted = api.postTicket(PROPER).is(201);

    UUID id = posted.id();
    assertThat(id.version()).isEqualTo(7);
    assertThat(posted.header("Location")).endsWith("/tickets/" + id);
    JsonNode ticket = posted.json();
    assertThat(ticket.path("reference").asText()).matches("HG-[2-9B-Z]{7}");
    assertThat(ticket.path("status").asText()).isEqualTo("OPEN");
    assertThat(ticket.path("proper").asBoolean()).isTrue();
    assertThat(ticket.path("cycle").asInt()).isEqualTo(1);
    assertThat(ticket.path("receivedAt").asText()).endsWith("Z");
    assertThat(ticket.has("priority")).isFalse();
    assertThat(api.get("/tickets/" + id).is(200).json()).isEqualTo(ticket);

    Event<TicketSaid> created = EventLog.await(Topics.TICKETS, id, 1).get(0);
    assertThat(created.sequence()).isEqualTo(1);
    assertThat(created.source()).isEqualTo("ticket-intake");
    assertThat(created.data())
        .isInstanceOfSatisfying(
            TicketCreated.class,
            said -> {
              assertThat(said.content().requester().email()).isEqualTo("ada@acme.example");
              assertThat(said.content().description())
                  .isEqualTo("Every meeting ends after a minute.");
              assertThat(said.content().locale()).isEqualTo("de-AT");
              assertThat(said.content().proper()).isTrue();
            });
    Event<Fact> received = EventLog.await(Topics.TIMINGS, id, 1).get(0);
    assertThat(received.sequence()).isEqualTo(1);
    assertThat(received.data())
        .isInstanceOfSatisfying(
            TicketReceived.class,
            fact -> {
              assertThat(fact.account()).isEqualTo("ACME-1");
              assertThat(fact.reference()).isEqualTo(ticket.path("reference").asText());
              assertThat(fact.occurredAt())
                  .isEqualTo(Instant.parse(ticket.path("receivedAt").asText()));
            });
  }

  @Test
  void the_whole_life_of_a_ticket_is_said_in_order_and_without_personal_data() {
    UUID id = api.aTicket();

    api.command(id, "priority", "{\"priority\":\"P1\",\"reason\":\"Secret launch of Ada\"}")
        .is(200);
    reply(id, "AGENT", "PUBLIC", "Which edition, Ada?", ",\"pause\":\"WAITING_CUSTOMER\"").is(201);
    reply(id, "REQUESTER", "PUBLIC", "Version 5.", "").is(201);
    reply(id, "AGENT", "INTERNAL", "Ada is cross.", "").is(201);
    api.command(id, "pause", "{\"reason\":\"WAITING_THIRD_PARTY\"}").is(200);
    api.command(id, "resume").is(200);
    api.command(id, "restore", "{}").is(200);
    api.command(id, "solve").is(200);
    api.command(id, "reopen", "{\"reason\":\"Again, says Ada\"}").is(200);
    api.command(id, "solve").is(200);
    JsonNode closed = api.command(id, "close").is(200).json();

    assertThat(closed.path("status").asText()).isEqualTo("CLOSED");
    assertThat(closed.path("cycle").asInt()).isEqualTo(2);
    List<Event<Fact>> facts = EventLog.await(Topics.TIMINGS, id, 14);
    assertThat(facts)
        .extracting(Event::type)
        .containsExactly(
            "TicketReceived",
            "TicketReprioritized",
            "TicketReplied",
            "TicketPaused",
            "TicketReplied",
            "TicketResumed",
            "TicketReplied",
            "TicketPaused",
            "TicketResumed",
            "TicketRestored",
            "TicketSolved",
            "TicketReopened",
            "TicketSolved",
            "TicketClosed");
    assertThat(facts)
        .extracting(Event::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 14).boxed().toList());
    assertThat(facts.get(2).data().occurredAt()).isEqualTo(facts.get(3).data().occurredAt());
    assertThat(EventLog.of(Topics.TICKETS, id)).hasSize(1);
    assertThat(EventLog.text(Topics.TIMINGS, id))
        .doesNotContain(
            "ada@acme.example",
            "Ada",
            "Meetings drop",
            "Every meeting",
            "Version 5",
            "cross",
            "launch");
    assertThat(Database.text("select count(*) from replies where ticket_id = '" + id + "'"))
        .isEqualTo("3");
    assertThat(
            Database.text(
                "select string_agg(command || ':' || reason, ',' order by id) from reasons"
                    + " where ticket_id = '"
                    + id
                    + "'"))
        .isEqualTo("PRIORITY:Secret launch of Ada,REOPEN:Again, says Ada");
  }

  @Test
  @DisplayName("K15: a chat logs an improper ticket, and completing it says content and fact")
  void an_improper_ticket_is_logged_and_completed() {
    UUID id = api.postTicket(IMPROPER).is(201).id();
    assertThat(api.get("/tickets/" + id).json().path("proper").asBoolean()).isFalse();

    JsonNode refused = api.command(id, "complete", "{\"account\":\"ACME-1\"}").is(422).json();
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/description");
    JsonNode completed =
        api.command(id, "complete", "{\"account\":\"ACME-1\",\"description\":\"Wrong bill\"}")
            .is(200)
            .json();

    assertThat(completed.path("proper").asBoolean()).isTrue();
    List<Event<TicketSaid>> content = EventLog.await(Topics.TICKETS, id, 2);
    assertThat(content.get(1).sequence()).isEqualTo(2);
    assertThat(content.get(1).data())
        .isInstanceOfSatisfying(
            TicketAmended.class,
            amended -> assertThat(amended.content().description()).isEqualTo("Wrong bill"));
    List<Event<Fact>> facts = EventLog.await(Topics.TIMINGS, id, 2);
    assertThat(facts).extracting(Event::type).containsExactly("TicketReceived", "TicketCompleted");
    assertThat(((TicketReceived) facts.get(0).data()).proper()).isFalse();
    assertThat(api.command(id, "complete", "{}").is(409).json().path("allowed").toString())
        .doesNotContain("complete");
  }

  @Test
  @DisplayName("R24: of which mail a ticket was made is said with its content, also when completed")
  void aMailThatATicketWasMadeOf() {
    String mail =
        "{\"mail\":{\"messageId\":\"<1.2@mail.acme.example>\","
            + "\"references\":\"<1.0@mail.acme.example> <1.1@mail.acme.example>\","
            + "\"autoSubmitted\":\"auto-replied\",\"returnPath\":\"<>\"},";
    UUID id = api.postTicket(IMPROPER.replaceFirst("\\{", mail)).is(201).id();
    api.command(id, "complete", "{\"account\":\"ACME-1\",\"description\":\"Wrong bill\"}").is(200);

    assertThat(EventLog.await(Topics.TICKETS, id, 2))
        .extracting(said -> said.data().content().mail())
        .containsOnly(
            new SourceMail(
                "<1.2@mail.acme.example>",
                "<1.0@mail.acme.example> <1.1@mail.acme.example>",
                "auto-replied",
                null,
                "<>",
                null,
                null));
  }

  @Test
  void a_call_is_dated_back_to_when_it_came_in() {
    Instant called = Instant.now().minusSeconds(3600);

    JsonNode ticket =
        api.postTicket(PROPER.replace("\"WEB\"", "\"PHONE\",\"receivedAt\":\"" + called + "\""))
            .is(201)
            .json();

    Instant receivedAt = Instant.parse(ticket.path("receivedAt").asText());
    assertThat(receivedAt).isBetween(called.minusMillis(1), called);
    UUID id = UUID.fromString(ticket.path("id").asText());
    Event<Fact> received = EventLog.await(Topics.TIMINGS, id, 1).get(0);
    assertThat(received.data().occurredAt()).isEqualTo(receivedAt);
    assertThat(received.time()).isAfter(receivedAt.plusSeconds(3000));
  }

  @Test
  void tickets_are_listed_by_account_and_status_the_newest_first() {
    String mine = PROPER.replace("ACME-1", "LIST-1");
    UUID first = api.postTicket(mine).is(201).id();
    UUID second = api.postTicket(mine).is(201).id();
    UUID third = api.postTicket(mine).is(201).id();
    api.command(second, "solve").is(200);

    JsonNode all = api.get("/tickets?account=LIST-1&size=2").is(200).json();
    assertThat(all.path("total").asInt()).isEqualTo(3);
    assertThat(all.path("items").findValuesAsText("id"))
        .containsExactly(third.toString(), second.toString());
    assertThat(
            api.get("/tickets?account=LIST-1&size=2&page=1")
                .json()
                .path("items")
                .findValuesAsText("id"))
        .containsExactly(first.toString());
    assertThat(
            api.get("/tickets?account=LIST-1&status=SOLVED")
                .json()
                .path("items")
                .findValuesAsText("id"))
        .containsExactly(second.toString());
    assertThat(api.get("/tickets").json().path("size").asInt()).isEqualTo(50);
  }

  private Api.Reply reply(UUID id, String by, String visibility, String text, String more) {
    return api.command(
        id,
        "replies",
        "{\"by\":\"%s\",\"visibility\":\"%s\",\"text\":\"%s\"%s}"
            .formatted(by, visibility, text, more));
  }
}
