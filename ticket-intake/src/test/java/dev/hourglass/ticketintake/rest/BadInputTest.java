package dev.hourglass.ticketintake.rest;

import static dev.hourglass.ticketintake.rest.Api.PROPER;
import static dev.hourglass.ticketintake.rest.BadRequest.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.contracts.Topics;
import dev.hourglass.sandbox.junit.ErrorLog;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.ticketintake.kafka.EventLog;
import dev.hourglass.ticketintake.postgres.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever clients send: a problem with a pointer and the allowed values, nothing stored, nothing
 * published, nothing logged at ERROR.
 */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "ticket_intake"))
class BadInputTest extends ApiTest {

  static Stream<BadRequest> table() {
    return BadRequests.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void bad_input_is_refused_and_leaves_no_trace(BadRequest bad) {
    refused(request(bad).build(), bad);
  }

  @Test
  void bad_commands_are_refused_and_leave_no_trace() {
    UUID id = api.aTicket();
    String path = "/tickets/" + id;
    String reply = "{\"by\":\"AGENT\",\"visibility\":\"PUBLIC\",\"text\":\"Hi\"}";
    Stream.of(
            ticket("no reason", "{}", 422)
                .to("POST", path + "/pause")
                .at("/reason", "WAITING_CUSTOMER"),
            ticket("no body", "", 422)
                .to("POST", path + "/pause")
                .at("/reason", "WAITING_CUSTOMER"),
            ticket("a wrong reason", "{\"reason\":\"LUNCH\"}", 400)
                .to("POST", path + "/pause")
                .at("/reason", "WAITING_THIRD_PARTY"),
            ticket("a field too much", "{\"force\":true}", 400)
                .to("POST", path + "/solve")
                .at("/force"),
            ticket("no reply", "", 400).to("POST", path + "/replies"),
            ticket("no text", reply.replace("Hi", " "), 422)
                .to("POST", path + "/replies")
                .at("/text"),
            ticket("NUL in a reply", reply.replace("Hi", "\\u0000"), 422)
                .to("POST", path + "/replies")
                .at("/text"),
            ticket("an over-long reply", reply.replace("Hi", "H".repeat(20_001)), 422)
                .to("POST", path + "/replies")
                .at("/text"),
            ticket("an unknown author", reply.replace("AGENT", "BOT"), 400)
                .to("POST", path + "/replies")
                .at("/by", "AGENT", "REQUESTER"),
            ticket(
                    "a hidden word of the customer",
                    reply.replace("AGENT", "REQUESTER").replace("PUBLIC", "INTERNAL"),
                    422)
                .to("POST", path + "/replies")
                .at("/visibility"),
            ticket(
                    "a pause by the customer",
                    "{\"by\":\"REQUESTER\",\"visibility\":\"PUBLIC\",\"text\":\"Hi\",\"pause\":\"WAITING_CUSTOMER\"}",
                    422)
                .to("POST", path + "/replies")
                .at("/pause"),
            ticket("a wrong priority", "{\"priority\":\"P0\",\"reason\":\"x\"}", 400)
                .to("POST", path + "/priority")
                .at("/priority", "P1", "P4"),
            ticket("a priority without reason", "{\"priority\":\"P1\"}", 422)
                .to("POST", path + "/priority")
                .at("/reason"),
            ticket("an over-long reason", "{\"reason\":\"" + "x".repeat(501) + "\"}", 422)
                .to("POST", path + "/cancel")
                .at("/reason"))
        .forEach(bad -> refused(request(bad).build(), bad));
  }

  @Test
  void bad_deadlines_and_merges_are_refused_and_leave_no_trace() {
    UUID id = api.aTicket();
    BadDecisions.of(id, api.aTicket()).forEach(bad -> refused(request(bad).build(), bad));
  }

  @Test
  void an_illegal_transition_says_the_state_and_what_is_allowed() {
    UUID id = api.aTicket();
    api.command(id, "solve").is(200);

    BadRequest bad =
        ticket("pausing what is solved", "{\"reason\":\"WAITING_CUSTOMER\"}", 409)
            .to("POST", "/tickets/" + id + "/pause");
    JsonNode problem = refused(request(bad).build(), bad);

    assertThat(problem.path("state").asText()).isEqualTo("SOLVED");
    assertThat(problem.path("allowed").toString()).isEqualTo("[\"replies\",\"reopen\",\"close\"]");
  }

  @Test
  void a_body_that_is_too_large_is_refused_whether_it_says_so_or_not() {
    byte[] large = PROPER.replace("Every", "E".repeat(70_000)).getBytes(StandardCharsets.UTF_8);
    BadRequest bad = ticket("too large", "", 413).bytes(large);

    refused(request(bad).build(), bad);
    refused(
        request(bad)
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .build(),
        bad);
    byte[] huge = new byte[1_500_000];
    BadRequest worse = ticket("far too large", "", 413).bytes(huge);
    refused(request(worse).build(), worse);
    refused(
        request(worse)
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)))
            .build(),
        worse);
  }

  @Test
  void a_text_that_nobody_sees_is_missing_and_an_address_has_its_form() {
    for (String blank : List.of("\\u00a0\\u2003", "\\u200b", " \\u3000 ")) {
      String posted = PROPER.replace("Every meeting ends after a minute.", blank);
      BadRequest bad = ticket("blank", posted, 422).at("/description");
      refused(request(bad).build(), bad);
    }
    for (String address : List.of("a..b@acme.example", ".a@acme.example", "a.@b.de", "a@-b.de")) {
      BadRequest bad =
          ticket("address", PROPER.replace("ada@acme.example", address), 422)
              .at("/requester/email");
      refused(request(bad).build(), bad);
    }
  }

  @Test
  void a_body_in_another_charset_is_refused() {
    BadRequest bad = ticket("latin 1", PROPER, 415).as("application/json;charset=iso-8859-1");
    refused(request(bad).build(), bad);
  }

  @Test
  void a_bad_key_is_refused() {
    for (String key : new String[] {"x".repeat(129), "with blank", ""}) {
      BadRequest bad = ticket("key", PROPER, 400);
      refused(request(bad).header("Idempotency-Key", key).build(), bad);
    }
    BadRequest two = ticket("two keys", PROPER, 400);
    refused(
        request(two).header("Idempotency-Key", "a").header("Idempotency-Key", "b").build(), two);
  }

  @Test
  void what_is_just_within_the_limits_is_taken() {
    api.postTicket(PROPER.replace("Meetings drop", "M".repeat(200))).is(201);
    api.postTicket(PROPER.replace("Every meeting ends after a minute.", "é".repeat(20_000)))
        .is(201);
    api.postTicket(PROPER.replace("Meetings drop", "\\ud83d\\ude00".repeat(200))).is(201);
    api.postKeyed("/tickets", PROPER, "k".repeat(128)).is(201);
    api.send(
            api.to("/tickets").header("Content-Type", "application/json;charset=UTF-8"),
            "POST",
            PROPER.getBytes(StandardCharsets.UTF_8))
        .is(201);
  }

  private JsonNode refused(HttpRequest request, BadRequest bad) {
    String before = trace();
    try (ErrorLog log = new ErrorLog()) {
      Api.Reply reply = api.send(request).is(bad.status());

      assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
      assertThat(reply.json().path("status").asInt()).isEqualTo(bad.status());
      assertThat(reply.json().path("title").asText()).isNotBlank();
      assertThat(reply.body()).doesNotContain("Exception", "dev.hourglass", "jackson", "ada@acme");
      if (bad.pointer() != null) {
        names(reply.json().path("errors"), bad);
      }
      assertThat(log.errors()).isEmpty();
      assertThat(trace()).isEqualTo(before);
      return reply.json();
    }
  }

  private static void names(JsonNode errors, BadRequest bad) {
    String by = bad.pointer().startsWith("/") ? "pointer" : "parameter";
    assertThat(errors)
        .anySatisfy(
            error -> {
              assertThat(error.path(by).asText()).isEqualTo(bad.pointer());
              assertThat(error.path("message").asText()).isNotBlank();
              bad.allowed()
                  .forEach(
                      value ->
                          assertThat(error.path("allowed").toString())
                              .contains("\"" + value + "\""));
            });
  }

  private HttpRequest.Builder request(BadRequest bad) {
    HttpRequest.Builder request =
        api.to(bad.path())
            .method(
                bad.method(),
                bad.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(bad.body()));
    return bad.contentType() == null ? request : request.header("Content-Type", bad.contentType());
  }

  /** Everything that a request could leave behind, once what came before has been published. */
  private static String trace() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Database.text("select count(*) from outbox").equals("0"));
    return Database.everything()
        + " "
        + EventLog.end(Topics.TICKETS)
        + "/"
        + EventLog.end(Topics.TIMINGS);
  }
}
