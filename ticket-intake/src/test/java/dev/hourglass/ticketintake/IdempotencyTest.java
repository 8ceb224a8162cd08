package dev.hourglass.ticketintake;

import static dev.hourglass.ticketintake.rest.Api.PROPER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Topics;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.ticketintake.kafka.EventLog;
import dev.hourglass.ticketintake.postgres.Database;
import dev.hourglass.ticketintake.postgres.KeyRemoval;
import dev.hourglass.ticketintake.rest.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "ticket_intake"))
class IdempotencyTest {

  private static final int TWINS = 16;

  @TestHTTPResource("/")
  URI base;

  @Inject KeyRemoval removal;

  Api api;

  @BeforeEach
  void client() {
    api = new Api(base);
  }

  @Test
  @DisplayName("R23: the same key and body get the same answer, and there is one ticket")
  void the_same_post_twice_makes_one_ticket() {
    String key = UUID.randomUUID().toString();
    Api.Reply first = api.postKeyed("/tickets", PROPER, key).is(201);
    api.command(first.id(), "solve").is(200);

    Api.Reply again = api.postKeyed("/tickets", PROPER, key).is(201);

    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    EventLog.await(Topics.TIMINGS, first.id(), 2);
    assertThat(EventLog.of(Topics.TICKETS, first.id())).hasSize(1);
  }

  @Test
  @DisplayName("R23: the same key with another body is refused")
  void the_same_key_with_another_body_is_refused() {
    String key = UUID.randomUUID().toString();
    api.postKeyed("/tickets", PROPER, key).is(201);
    String before = Database.everything();

    Api.Reply refused = api.postKeyed("/tickets", PROPER.replace("Ada", "Bob"), key).is(422);

    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(Database.everything()).isEqualTo(before);
  }

  @Test
  @DisplayName("R23: a command is done once, and each command has keys of its own")
  void a_command_is_done_once() {
    UUID id = api.aTicket();
    String key = UUID.randomUUID().toString();
    String path = "/tickets/" + id;
    String note = "{\"by\":\"AGENT\",\"visibility\":\"PUBLIC\",\"text\":\"Hello\"}";

    Api.Reply first = api.postKeyed(path + "/replies", note, key).is(201);
    Api.Reply again = api.postKeyed(path + "/replies", note, key).is(201);
    api.postKeyed(path + "/solve", "{}", key).is(200);
    Api.Reply solvedAgain = api.postKeyed(path + "/solve", "{}", key).is(200);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(solvedAgain.header("Idempotency-Replayed")).isEqualTo("true");
    EventLog.await(Topics.TIMINGS, id, 3);
    assertThat(Database.text("select count(*) from replies where ticket_id = '" + id + "'"))
        .isEqualTo("1");
    assertThat(EventLog.of(Topics.TIMINGS, id)).hasSize(3);
  }

  @Test
  @DisplayName("R23: a refused command does not use up its key")
  void a_refused_command_does_not_use_up_its_key() {
    UUID id = api.aTicket();
    String key = UUID.randomUUID().toString();
    api.postKeyed("/tickets/" + id + "/reopen", "{}", key).is(409);
    api.command(id, "solve").is(200);

    Api.Reply done = api.postKeyed("/tickets/" + id + "/reopen", "{}", key).is(200);

    assertThat(done.header("Idempotency-Replayed")).isNull();
  }

  @Test
  @DisplayName("R23: sixteen twins at once make one ticket and get one answer")
  void concurrent_twins_make_one_ticket() throws Exception {
    String key = UUID.randomUUID().toString();

    List<Api.Reply> replies = atOnce(() -> api.postKeyed("/tickets", PROPER, key));

    assertThat(replies).allSatisfy(reply -> reply.is(201));
    assertThat(replies).extracting(Api.Reply::body).containsOnly(replies.get(0).body());
    assertThat(replies)
        .filteredOn(reply -> reply.header("Idempotency-Replayed") == null)
        .hasSize(1);
    UUID id = replies.get(0).id();
    EventLog.await(Topics.TIMINGS, id, 1);
    assertThat(
            Database.text("select count(*) from idempotency_keys where ticket_id = '" + id + "'"))
        .isEqualTo("1");
    assertThat(EventLog.of(Topics.TICKETS, id)).hasSize(1);
  }

  @Test
  @DisplayName("R23: sixteen twins of a command at once do it once")
  void concurrent_twins_of_a_command_do_it_once() throws Exception {
    UUID id = api.aTicket();
    String key = UUID.randomUUID().toString();

    List<Api.Reply> replies =
        atOnce(
            () ->
                api.postKeyed(
                    "/tickets/" + id + "/pause", "{\"reason\":\"WAITING_CUSTOMER\"}", key));

    assertThat(replies).allSatisfy(reply -> reply.is(200));
    assertThat(replies).extracting(Api.Reply::body).containsOnly(replies.get(0).body());
    EventLog.await(Topics.TIMINGS, id, 2);
    assertThat(EventLog.of(Topics.TIMINGS, id)).hasSize(2);
  }

  @Test
  void of_commands_at_once_without_a_key_one_is_done_and_the_others_are_refused() throws Exception {
    UUID id = api.aTicket();

    List<Api.Reply> replies = atOnce(() -> api.command(id, "solve"));

    assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
    assertThat(replies).filteredOn(reply -> reply.status() == 409).hasSize(TWINS - 1);
  }

  @Test
  void keys_are_removed_when_they_are_old_and_not_before() {
    String key = UUID.randomUUID().toString();
    api.postKeyed("/tickets", PROPER, key).is(201);
    String kept = "select count(*) from idempotency_keys where key = '" + key + "'";
    Instant keptSince =
        Instant.parse(
            Database.text(
                "select to_char(kept_since at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
                    + " from idempotency_keys where key = '"
                    + key
                    + "'"));

    removal.runOnce(keptSince.plus(Duration.ofDays(3)));
    assertThat(Database.text(kept)).isEqualTo("1");

    removal.runOnce(keptSince.plus(Duration.ofDays(3)).plusMillis(1));
    assertThat(Database.text(kept)).isEqualTo("0");
  }

  private static List<Api.Reply> atOnce(Callable<Api.Reply> call)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(TWINS);
    try {
      List<Callable<Api.Reply>> calls = new ArrayList<>();
      for (int i = 0; i < TWINS; i++) {
        calls.add(call);
      }
      List<Api.Reply> replies = new ArrayList<>();
      for (Future<Api.Reply> reply : threads.invokeAll(calls)) {
        replies.add(reply.get());
      }
      return replies;
    } finally {
      threads.shutdownNow();
    }
  }
}
