package dev.hourglass.notifier.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who wants to be told of alerts. */
public interface Subscriptions {

  /**
   * A subscription and the secret that its webhook's messages are signed with, shown once.
   *
   * @param secret missing for mails
   */
  record Made(SubscriptionSheet sheet, Optional<String> secret) {}

  /** What came of asking for a replay. */
  record Replay(int alerts, boolean tooMany) {}

  /**
   * Makes one.
   *
   * @param backfill how far back alerts that were said before are told, too
   */
  Made make(SubscriptionDraft draft, Duration backfill);

  /**
   * Replaces one. What waits for a webhook goes the new way; what waits for a mailbox that is no
   * longer named is withdrawn.
   *
   * @throws IllegalArgumentException if mails were to become a webhook, or the other way round
   */
  Optional<SubscriptionSheet> change(UUID id, SubscriptionDraft draft);

  Optional<SubscriptionSheet> find(UUID id);

  SubscriptionPage page(int page, int size);

  /** Deletes one and withdraws what waits for it. */
  boolean delete(UUID id);

  /**
   * Gives a webhook another secret; the one before signs along for some time.
   *
   * @throws IllegalArgumentException if it is none of a webhook
   */
  Optional<String> rotate(UUID id, Duration overlap);

  /**
   * Sends a webhook again what it wants of the alerts seen in a time, under the same ids.
   *
   * @param from inclusive
   * @param to exclusive
   * @throws IllegalArgumentException if it is none of a webhook, or paused
   */
  Optional<Replay> replay(UUID id, Instant from, Instant to);
}
