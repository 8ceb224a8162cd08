package dev.hourglass.benchmarks;

import java.util.Map;

/**
 * Two notifiers. The first has a name that lasts, as in a stateful set, so that its next life takes
 * over at once what the last one was sending; what the other was sending waits for its lease.
 */
final class Notifiers {

  private static final String REPEATED = "notifier_deliveries_repeated_total";

  private final Service first;
  private final Service second;
  private long counted;

  Notifiers(MailStage stage, int workers) {
    String many = Integer.toString(workers);
    first =
        stage.notifier(
            "notifier-1",
            Map.of("NOTIFIER_DELIVERY_WORKERS", many, "NOTIFIER_DELIVERY_INSTANCE", "notifier-1"));
    second = stage.notifier("notifier-2", Map.of("NOTIFIER_DELIVERY_WORKERS", many));
  }

  Service first() {
    return first;
  }

  Service second() {
    return second;
  }

  /** How often a delivery was sent once more, by the metric, over all lives that ended. */
  long counted() {
    return counted;
  }

  /** Notes what a life has counted, before it ends. */
  void ends(Service notifier) {
    counted += (long) notifier.sum(REPEATED);
  }
}
