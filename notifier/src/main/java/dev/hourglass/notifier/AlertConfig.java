package dev.hourglass.notifier;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What is kept of alerts, and how they are told: {@code notifier.alert}. */
public interface AlertConfig {

  /**
   * How long after it was said an alert can be acknowledged; longer keeps more rows that nobody
   * asks for.
   */
  @WithDefault("90d")
  Duration forgetAfter();

  /**
   * How many mails to one mailbox may wait; with one more, all of them become one digest. More
   * means more mails after an outage, fewer means that alerts are read in a table.
   */
  @WithDefault("10")
  int storm();

  /**
   * Mails that are due within this time count as waiting: longer than the longest wait of a retry,
   * or mails that the relay did not take are not counted.
   */
  @WithDefault("15m")
  Duration window();

  /** How long a digest waits for further lines: bounds how many there are in a storm. */
  @WithDefault("1m")
  Duration gather();

  /** How old an alert may be to get a mail of its own; an older one is a line of a digest. */
  @WithDefault("15m")
  Duration newsFor();

  /** How many subscriptions there may be: every alert is compared with each. */
  @WithDefault("1000")
  int mostSubscriptions();

  /** How long after a change of a webhook's secret the one before signs, too. */
  @WithDefault("24h")
  Duration secretOverlap();

  /** How far back a new subscription may ask for alerts: longer reads more of Kafka. */
  @WithDefault("30d")
  Duration backfillLongest();

  /** How often to look for subscriptions that want alerts of before. */
  @WithDefault("1s")
  Duration backfillPoll();

  /** Where operations teams reach this service: the acknowledge links in mails. */
  @WithDefault("http://localhost:8084")
  URI baseUrl();

  /** How long an acknowledge link works. */
  @WithDefault("7d")
  Duration linkValidFor();
}
