package dev.hourglass.notifier.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.notifier.alert.HeardAlert;
import dev.hourglass.notifier.subscription.Subscription;
import dev.hourglass.notifier.subscription.Subscriptions.Replay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sends webhooks again what they want of some time, in the transaction of whoever asks. */
@ApplicationScoped
public class Replays {

  /** More takes longer than a transaction may; who wants more asks for one span after the other. */
  private static final int MOST = 5_000;

  private final AlertRows alerts;
  private final AlertDeliveries deliveries;

  Replays(AlertRows alerts, AlertDeliveries deliveries) {
    this.alerts = alerts;
    this.deliveries = deliveries;
  }

  /** All or, if they are too many, none. */
  @Transactional(Transactional.TxType.MANDATORY)
  Replay replay(Subscription subscription, Instant from, Instant to) {
    List<AlertRow> seen = alerts.seen(from, to, MOST + 1);
    if (seen.size() > MOST) {
      return new Replay(MOST, true);
    }
    UUID replay = UuidCreator.getTimeOrderedEpoch();
    List<HeardAlert> wanted =
        seen.stream()
            .map(AlertRows::toHeard)
            .filter(each -> subscription.wants(each.traits()))
            .toList();
    wanted.forEach(each -> deliveries.again(subscription.id(), each, replay));
    return new Replay(wanted.size(), false);
  }
}
