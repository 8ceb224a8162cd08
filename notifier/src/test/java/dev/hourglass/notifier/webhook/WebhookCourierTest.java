package dev.hourglass.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.hourglass.notifier.delivery.CourierException;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.Outcome;
import dev.hourglass.notifier.subscription.SigningSecrets;
import dev.hourglass.notifier.subscription.WebhookMessage;
import dev.hourglass.notifier.subscription.WebhookMessages;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookCourierTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final WebhookClient client =
      new WebhookClient(vertx, Duration.ofSeconds(5), Duration.ofSeconds(20));
  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void receive() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.getResponseHeaders().add("Retry-After", "120");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  @DisplayName("a name that leads inside by now is not called, whatever it was when it was posted")
  void inside() {
    Kept kept = new Kept();
    assertThatThrownBy(() -> courier(kept, false).bring(delivery(1), null))
        .isInstanceOfSatisfying(
            CourierException.class, e -> assertThat(e.reason()).isEqualTo("ADDRESS_NOT_ALLOWED"));
    assertThat(calls).hasValue(0);
    assertThat(courier(kept, true).bring(delivery(1), null)).isEqualTo(NOW);
    assertThat(calls).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({"429, 120", "503, 120", "500, 2", "404, 2", "301, 2"})
  @DisplayName("whoever fails is left alone: as long as it wishes, where it may wish, else shortly")
  void leftAlone(int answer, long seconds) {
    status = answer;
    Kept kept = new Kept();
    WebhookCourier courier = courier(kept, true);
    assertThatThrownBy(() -> courier.bring(delivery(1), null)).hasMessage("HTTP_" + answer);
    Instant until = NOW.plusSeconds(seconds);
    assertThat(kept.until).isEqualTo(until);
    assertThat(kept.gone).isFalse();
    assertThat(courier.instead(delivery(1), until.minusMillis(1)))
        .contains(new Outcome.Postponed(until));
    assertThat(courier.instead(delivery(1), until)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 4", "5, 32", "6, 64", "7, 64", "150, 64"})
  void theOftenerItFailsTheLongerUpToAMinuteOrSo(int attempts, long seconds) {
    status = 500;
    Kept kept = new Kept();
    assertThatThrownBy(() -> courier(kept, true).bring(delivery(attempts), null));
    assertThat(kept.until).isEqualTo(NOW.plusSeconds(seconds));
  }

  @Test
  void whoeverIsGoneIsPaused() {
    status = 410;
    Kept kept = new Kept();
    assertThatThrownBy(() -> courier(kept, true).bring(delivery(1), null)).hasMessage("HTTP_410");
    assertThat(kept.gone).isTrue();
    assertThat(kept.until).isNull();
  }

  private WebhookCourier courier(WebhookMessages messages, boolean allowPrivate) {
    return new WebhookCourier(
        messages,
        new WebhookAddresses(true, allowPrivate),
        client,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Delivery delivery(int attempts) {
    return new Delivery(
        UUID.randomUUID(),
        "cause",
        UUID.randomUUID(),
        DeliveryKind.ALERT_WEBHOOK,
        1,
        "a-webhook",
        attempts,
        NOW);
  }

  /** One subscription in memory. */
  private final class Kept implements WebhookMessages {

    private @Nullable Instant until;
    private boolean gone;

    @Override
    public boolean isWanted(Delivery delivery) {
      return !gone;
    }

    @Override
    public Optional<WebhookMessage> of(Delivery delivery) {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      SigningSecrets secrets = SigningSecrets.first(new byte[32]);
      return Optional.of(new WebhookMessage(UUID.randomUUID(), "id", url, secrets, "{}"));
    }

    @Override
    public Optional<Instant> waitsUntil(Delivery delivery) {
      return Optional.ofNullable(until);
    }

    @Override
    public void failing(UUID subscription, Instant newUntil) {
      until = newUntil;
    }

    @Override
    public void gone(UUID subscription) {
      gone = true;
    }
  }
}
