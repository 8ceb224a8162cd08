package dev.hourglass.notifier.alert;

import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.notifier.subscription.BackfillProgress;
import java.time.Instant;
import java.util.List;

/** Reads the alerts that were said before, without moving what hears new ones. */
public interface PastAlerts {

  /** One of them, as it stands in its topic. */
  record Said(Topic<Alert> topic, byte[] document) {}

  /** Some of them, and how far one is with them. */
  record Batch(List<Said> said, BackfillProgress progress) {}

  /** Where to begin for those said since {@code from}, and where to end: at what is there now. */
  BackfillProgress begin(Instant from);

  /** Some of what is left; none if the broker has none at hand. */
  Batch next(BackfillProgress progress);
}
