package dev.hourglass.ticketintake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.DeadlineOverridden;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketMerged;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.ticketintake.kafka.EventLog;
import dev.hourglass.ticketintake.postgres.Database;
import dev.hourglass.ticketintake.rest.Api;
import dev.hourglass.ticketintake.rest.ApiTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A deadline by hand and a merge, from the request to the topic, on the real parts. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "ticket_intake"))
class DecisionFlowTest extends ApiTest {

  @Test
  void a_deadline_by_hand_is_said_and_who_and_why_stays_here() {
    UUID id = api.aTicket();
    OffsetDateTime deadline =
        OffsetDateTime.now(ZoneOffset.ofHours(5)).plusDays(2).truncatedTo(ChronoUnit.SECONDS);

    api.command(id, "deadline", deadline("RESOLUTION", 1, deadline.toString())).is(200);

    List<Event<Fact>> facts = EventLog.await(Topics.TIMINGS, id, 2);
    assertThat(facts.get(1).sequence()).isEqualTo(2);
    assertThat(facts.get(1).data())
        .isInstanceOfSatisfying(
            DeadlineOverridden.class,
            set -> {
              assertThat(set.metric()).isEqualTo(Metric.RESOLUTION);
              assertThat(set.cycle()).isEqualTo(1);
              assertThat(set.deadline()).isEqualTo(deadline.toInstant());
            });
    assertThat(EventLog.text(Topics.TIMINGS, id)).doesNotContain("Grace", "phone");
    assertThat(
            Database.text(
                "select command || ':' || agent || ':' || reason from reasons where ticket_id = '"
                    + id
                    + "'"))
        .isEqualTo("DEADLINE:Grace Hopper:Agreed on the phone");
  }

  @Test
  @DisplayName("R20: a merged ticket is over, and says where it goes on")
  void a_merged_ticket_is_over_and_says_where_it_goes_on() {
    UUID id = api.aTicket();
    UUID target = api.aTicket();

    JsonNode merged = api.command(id, "merge", into(target)).is(200).json();

    assertThat(merged.path("status").asText()).isEqualTo("MERGED");
    assertThat(merged.path("mergedInto").asText()).isEqualTo(target.toString());
    assertThat(api.get("/tickets/" + id).json()).isEqualTo(merged);
    assertThat(api.get("/tickets/" + target).json().path("status").asText()).isEqualTo("OPEN");
    assertThat(EventLog.await(Topics.TIMINGS, id, 2).get(1).data())
        .isInstanceOfSatisfying(
            TicketMerged.class, fact -> assertThat(fact.into()).isEqualTo(target));
    for (String command : List.of("solve", "reopen", "cancel", "resume", "restore", "close")) {
      JsonNode refused = api.command(id, command).is(409).json();
      assertThat(refused.path("mergedInto").asText()).isEqualTo(target.toString());
      assertThat(refused.path("allowed")).isEmpty();
    }
    assertThat(EventLog.of(Topics.TIMINGS, id)).hasSize(2);
    assertThat(api.get("/tickets?status=MERGED").json().path("items").findValuesAsText("id"))
        .contains(id.toString());
  }

  @Test
  @DisplayName("R23: a merge is done once for its key")
  void a_merge_is_done_once() {
    UUID id = api.aTicket();
    String body = into(api.aTicket());
    String key = UUID.randomUUID().toString();

    Api.Reply first = api.postKeyed("/tickets/" + id + "/merge", body, key).is(200);
    Api.Reply again = api.postKeyed("/tickets/" + id + "/merge", body, key).is(200);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(EventLog.await(Topics.TIMINGS, id, 2)).hasSize(2);
  }

  @Test
  void merges_follow_each_other_but_never_in_a_circle() {
    UUID first = api.aTicket();
    UUID second = api.aTicket();
    UUID third = api.aTicket();

    api.command(first, "merge", into(second)).is(200);
    api.command(second, "merge", into(third)).is(200);

    JsonNode refused = api.command(third, "merge", into(first)).is(422).json();
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/into");
    assertThat(refused.at("/errors/0/message").asText()).contains("MERGED");
  }

  @Test
  void of_two_tickets_merged_into_each_other_at_once_one_is_left() {
    for (int round = 0; round < 10; round++) {
      UUID one = api.aTicket();
      UUID other = api.aTicket();

      List<Integer> statuses =
          Stream.of(merging(one, other), merging(other, one))
              .map(CompletableFuture::join)
              .map(Api.Reply::status)
              .sorted()
              .toList();

      assertThat(statuses.get(0)).isEqualTo(200);
      assertThat(statuses.get(1)).isIn(409, 422);
    }
  }

  @Test
  void a_ticket_that_is_not_worked_on_takes_no_deadline_and_is_not_merged() {
    UUID id = api.aTicket();
    UUID target = api.aTicket();
    api.command(id, "solve").is(200);

    String later = Instant.now().plusSeconds(3600).toString();
    api.command(id, "deadline", deadline("RESOLUTION", 1, later)).is(409);
    api.command(id, "merge", into(target)).is(409);
  }

  private CompletableFuture<Api.Reply> merging(UUID id, UUID target) {
    return CompletableFuture.supplyAsync(() -> api.command(id, "merge", into(target)));
  }

  private static String into(UUID target) {
    return "{\"into\":\"" + target + "\"}";
  }

  private static String deadline(String metric, int cycle, String deadline) {
    return """
        {"metric":"%s","cycle":%d,"deadline":"%s",
         "agent":"Grace Hopper","reason":"Agreed on the phone"}
        """
        .formatted(metric, cycle, deadline);
  }
}
