package dev.hourglass.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A worker with more to send than it can, whose service is stopped. */
class StoppedWorkerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final AtomicInteger claimed = new AtomicInteger();
  private final AtomicInteger recorded = new AtomicInteger();

  @Test
  @DisplayName("R23: a worker that is stopped records what it attempts, and claims nothing more")
  void aStopComesBetweenTwoDeliveries() {
    DeliveryWorker worker =
        new DeliveryWorker(
            new Endless(),
            new Couriers(List.of()),
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), 3, () -> 0),
            provider -> Optional.empty());

    int attempted = worker.runOnce(Lane.MAILS, NOW, () -> recorded.get() < 2);

    assertThat(attempted).isEqualTo(3);
    assertThat(claimed).hasValue(3);
    assertThat(recorded).hasValue(3);
  }

  /** There is always one more. */
  private final class Endless implements Deliveries {

    @Override
    public Optional<Claim> claim(Lane lane, Instant now) {
      claimed.incrementAndGet();
      Delivery delivery =
          new Delivery(
              UUID.randomUUID(),
              "cause-" + claimed,
              null,
              DeliveryKind.ALERT_MAIL,
              1,
              "ops@customer.example",
              1,
              NOW);
      return Optional.of(new Claim(UUID.randomUUID(), delivery, () -> null));
    }

    @Override
    public void record(Claim claim, Outcome outcome) {
      recorded.incrementAndGet();
    }

    @Override
    public Optional<Claim> recordAndClaim(Claim claim, Outcome outcome, Instant now) {
      record(claim, outcome);
      return claim(Lane.MAILS, now);
    }
  }
}
