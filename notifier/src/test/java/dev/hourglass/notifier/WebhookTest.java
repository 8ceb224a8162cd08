package dev.hourglass.notifier;

import static dev.hourglass.notifier.AlertFixtures.say;
import static dev.hourglass.notifier.AlertFixtures.ticket;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.notifier.Receiver.Call;
import dev.hourglass.notifier.Receiver.Mood;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class WebhookTest {

  private static final Duration SOON = Duration.ofSeconds(90);

  private final Instant start = Instant.now();
  private final AlertFixtures alerts = new AlertFixtures(start);

  @Test
  @DisplayName("a webhook gets the document of the topic, signed so that it can tell it is ours")
  void theDocument() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Response made = alerts.webhook(receiver.url(), "");
      Event<Alert> breach = alerts.breach(ticket());
      say(breach);
      await().atMost(SOON).until(() -> receiver.accepted().size() == 1);
      Call call = receiver.calls().get(0);
      assertThat(call.body()).isEqualTo(EventJson.write(breach));
      assertThat(call.header("content-type")).startsWith("application/cloudevents+json");
      assertThat(call.header("webhook-id")).isEqualTo(breach.id());
      assertThat(call.header("webhook-signature")).isEqualTo(signature(made.path("secret"), call));
      assertThat(Instant.ofEpochSecond(Long.parseLong(call.header("webhook-timestamp"))))
          .isBetween(start.minusSeconds(2), start.plus(SOON));
      assertThat(get("/subscriptions/" + made.path("id")).asString()).doesNotContain("whsec_");
    }
  }

  @Test
  @DisplayName("after 500, silence, a broken connection and a redirect it is sent again, same id")
  void moods() throws IOException {
    try (Receiver receiver =
        new Receiver(Mood.answer(500), Mood.stall(), Mood.drop(), Mood.answer(302))) {
      alerts.webhook(receiver.url(), "");
      Event<Alert> breach = alerts.breach(ticket());
      say(breach);
      await().atMost(SOON).until(() -> receiver.accepted().size() == 1);
      assertThat(receiver.calls()).hasSize(5);
      assertThat(receiver.calls())
          .allSatisfy(call -> assertThat(call.header("webhook-id")).isEqualTo(breach.id()));
    }
  }

  @Test
  void anEndlessAnswerIsNotReadAndCounts() throws IOException {
    try (Receiver receiver = new Receiver(Mood.chatter(5_000_000))) {
      alerts.webhook(receiver.url(), "");
      say(alerts.breach(ticket()), alerts.breach(ticket()));
      await().atMost(SOON).until(() -> receiver.accepted().size() == 2);
      assertThat(receiver.calls()).hasSize(2);
    }
  }

  @Test
  @DisplayName("the alerts of a ticket come in their order, though one had to be sent four times")
  void inOrder() throws IOException {
    try (Receiver receiver =
        new Receiver(Mood.answer(503), Mood.answer(500), Mood.wait(429, "1"))) {
      alerts.webhook(receiver.url(), "");
      UUID ticketId = ticket();
      Event<Alert> breach = alerts.breach(ticketId);
      Event<Alert> first = alerts.escalation(ticketId, 1, "team-lead");
      Event<Alert> second = alerts.escalation(ticketId, 2, "director");
      say(breach, first, second);
      await().atMost(SOON).until(() -> receiver.accepted().size() == 3);
      assertThat(receiver.accepted()).containsExactly(breach.id(), first.id(), second.id());
      assertThat(receiver.calls().stream().map(call -> call.header("webhook-id")).limit(4))
          .containsOnly(breach.id());
    }
  }

  @Test
  @DisplayName("410 pauses the subscription; when it goes on, a replay brings what it missed")
  void gone() throws IOException {
    try (Receiver receiver = new Receiver(Mood.answer(410))) {
      String id = alerts.webhook(receiver.url(), "").path("id");
      Event<Alert> breach = alerts.breach(ticket());
      say(breach);
      await().atMost(SOON).until(() -> "PAUSED".equals(state(id)));
      assertThat(get("/subscriptions/" + id).<String>path("pausedBecause")).isEqualTo("GONE");
      assertThat(replay(id, start.minusSeconds(1), start.plusSeconds(1)).statusCode())
          .isEqualTo(422);

      given()
          .contentType("application/json")
          .body(
              "{\"name\":\"Paging\",\"filter\":{\"accounts\":[\"%s\"]},\"webhook\":{\"url\":\"%s\"}}"
                  .formatted(alerts.account, receiver.url()))
          .put("/subscriptions/" + id);
      assertThat(state(id)).isEqualTo("ACTIVE");
      Response replayed = replay(id, start.minusSeconds(1), start.plusSeconds(1));
      assertThat(replayed.statusCode()).isEqualTo(202);
      assertThat(replayed.<Integer>path("alerts")).isEqualTo(1);
      await().atMost(SOON).until(() -> receiver.accepted().equals(List.of(breach.id())));
    }
  }

  @Test
  @DisplayName("a replay sends what was seen from its beginning up to its end, both sides of each")
  void replays() throws IOException {
    try (Receiver receiver = new Receiver()) {
      String id = alerts.webhook(receiver.url(), "").path("id");
      UUID ticketId = ticket();
      Instant from = start.minusSeconds(100);
      Instant to = start.minusSeconds(50);
      Event<Alert> before = alerts.breach(ticketId, from.minusMillis(1), false, 1);
      Event<Alert> first = alerts.breach(ticketId, from, false, 2);
      Event<Alert> last = alerts.breach(ticketId, to.minusMillis(1), false, 3);
      Event<Alert> after = alerts.breach(ticketId, to, false, 4);
      say(before, first, last, after);
      List<String> all = List.of(before.id(), first.id(), last.id(), after.id());
      await().atMost(SOON).until(() -> receiver.accepted().containsAll(all));
      // A call whose answer got lost is made again under its id.
      assertThat(receiver.accepted().stream().distinct()).containsExactlyElementsOf(all);
      int heard = receiver.accepted().size();
      assertThat(replay(id, from, to).<Integer>path("alerts")).isEqualTo(2);
      List<String> again = List.of(first.id(), last.id());
      await().atMost(SOON).until(() -> since(receiver, heard).containsAll(again));
      assertThat(since(receiver, heard)).containsExactlyElementsOf(again);
    }
  }

  @Test
  void aChangedSecretSignsBesideTheOneBefore() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Response made = alerts.webhook(receiver.url(), "");
      String next = given().post("/subscriptions/" + made.path("id") + "/secret").path("secret");
      assertThat(next).startsWith("whsec_").isNotEqualTo(made.path("secret"));
      say(alerts.breach(ticket()));
      await().atMost(SOON).until(() -> receiver.accepted().size() == 1);
      Call call = receiver.calls().get(0);
      assertThat(call.header("webhook-signature"))
          .isEqualTo(signature(next, call) + " " + signature(made.path("secret"), call));
    }
  }

  @Test
  @DisplayName("R11: ten thousand redeliveries call a webhook no second time")
  void redelivered() throws IOException {
    try (Receiver receiver = new Receiver()) {
      alerts.webhook(receiver.url(), "");
      Event<Alert> breach = alerts.breach(ticket());
      Broker.sendAll(
          "sla-breaches",
          breach.subject(),
          Stream.generate(() -> EventJson.write(breach)).limit(10_000).toList());
      Event<Alert> mark = alerts.breach(UUID.fromString(breach.subject()), start, false, 2);
      say(mark);
      await().atMost(Duration.ofMinutes(5)).until(() -> receiver.accepted().contains(mark.id()));
      assertThat(get("/deliveries?ticketId=" + breach.subject()).<Integer>path("total"))
          .isEqualTo(2);
      // A call that took too long is made again, with the same id, by the same delivery.
      assertThat(receiver.accepted().stream().distinct()).containsExactly(breach.id(), mark.id());
    }
  }

  @Test
  @DisplayName("alerts of before are told once, in order, and those that come meanwhile after them")
  void backfill() throws IOException {
    try (Receiver receiver = new Receiver()) {
      UUID ticketId = ticket();
      Event<Alert> warning = alerts.warning(ticketId);
      Event<Alert> breach = alerts.breach(ticketId, start.plusMillis(1), false, 1);
      say(warning, breach);
      String id = alerts.webhook(receiver.url(), ", \"backfillDays\": 1").path("id");
      Event<Alert> live = alerts.breach(ticketId, start.plusMillis(2), false, 2);
      say(live);
      // Other tests' alerts without an account are told as well: nobody knows whose they are.
      List<String> ours = List.of(warning.id(), breach.id(), live.id());
      await().atMost(SOON).until(() -> receiver.accepted().containsAll(ours));
      assertThat(receiver.accepted().stream().filter(ours::contains))
          .containsExactlyElementsOf(ours);
      assertThat(get("/subscriptions/" + id).<String>path("backfill.doneAt")).isNotNull();
    }
  }

  @Test
  void whatIsPausedOrDeletedIsNotTold() throws IOException {
    try (Receiver paused = new Receiver();
        Receiver deleted = new Receiver();
        Receiver active = new Receiver()) {
      alerts.webhook(paused.url(), ", \"state\": \"PAUSED\"");
      String id = alerts.webhook(deleted.url(), "").path("id");
      assertThat(given().delete("/subscriptions/" + id).statusCode()).isEqualTo(204);
      alerts.webhook(active.url(), "");
      say(alerts.breach(ticket()));
      await().atMost(SOON).until(() -> active.accepted().size() == 1);
      assertThat(paused.calls()).isEmpty();
      assertThat(deleted.calls()).isEmpty();
    }
  }

  private static List<String> since(Receiver receiver, int heard) {
    return receiver.accepted().stream().skip(heard).distinct().toList();
  }

  private static String state(String id) {
    return get("/subscriptions/" + id).path("state");
  }

  private static Response replay(String id, Instant from, Instant to) {
    return given()
        .contentType("application/json")
        .body("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to))
        .post("/subscriptions/" + id + "/replay");
  }

  /** As a receiver checks it, from the description of the scheme. */
  private static String signature(String secret, Call call) throws Exception {
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed =
        call.header("webhook-id")
            + "."
            + call.header("webhook-timestamp")
            + "."
            + new String(call.body(), StandardCharsets.UTF_8);
    byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(hash);
  }
}
