package dev.hourglass.notifier.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.notifier.AlertConfig;
import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.alert.HeardAlert;
import dev.hourglass.notifier.delivery.Causes;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.NewDelivery;
import dev.hourglass.notifier.delivery.Wakeup;
import dev.hourglass.notifier.subscription.AlertTarget;
import dev.hourglass.notifier.subscription.MailPlan;
import dev.hourglass.notifier.subscription.MailPlan.Going;
import dev.hourglass.notifier.subscription.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of alerts, in the transaction of whoever hears them. Whoever writes mails of a
 * subscription holds the lock on its row, so that what waits can be counted.
 */
@ApplicationScoped
public class AlertDeliveries {

  /**
   * While alerts of before are read, nothing of the subscription goes; this bounds for how long.
   */
  private static final Duration LONGEST_HOLD = Duration.ofDays(1);

  private final NewDeliveries deliveries;
  private final SubscriptionRows subscriptions;
  private final AlertDeliveryRows rows;
  private final MailPlan plan;
  private final AlertConfig config;
  private final Commits commits;
  private final Wakeup wakeup;
  private final Clock clock;

  AlertDeliveries(
      NewDeliveries deliveries,
      SubscriptionRows subscriptions,
      AlertDeliveryRows rows,
      MailPlan plan,
      NotifierConfig config,
      Commits commits,
      Wakeup wakeup,
      Clock clock) {
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.rows = rows;
    this.plan = plan;
    this.config = config.alert();
    this.commits = commits;
    this.wakeup = wakeup;
    this.clock = clock;
  }

  /**
   * Locks the row of a subscription that will be told, if what it is told depends on what else is
   * written: mails that wait are counted, and a back-fill lets go what it held only once.
   *
   * @return false if there is nobody to tell any more
   */
  boolean hold(SubscriptionRow row) {
    boolean depends = row.mailboxes != null || row.isBackfilling();
    return !depends || subscriptions.lock(row);
  }

  /**
   * Tells a subscription, which the caller holds, of an alert that it wants; telling it again
   * changes nothing.
   */
  void tell(SubscriptionRow row, HeardAlert alert) {
    Subscription subscription = SubscriptionRows.toSubscription(row);
    Instant now = clock.instant();
    Instant held = row.isBackfilling() ? heldUntil(row) : null;
    if (subscription.target() instanceof AlertTarget.Mailboxes mail) {
      for (String address : mail.addresses()) {
        mail(subscription.id(), mail, address, alert, now, held);
      }
    } else {
      String cause = Causes.ofAlert(alert.id(), subscription.id());
      webhook(subscription.id(), alert, cause, held == null ? now : held);
    }
  }

  /** Sends a webhook an alert once more, whatever came of it before. */
  void again(UUID subscription, HeardAlert alert, UUID replay) {
    String cause = Causes.ofAlert(alert.id(), subscription) + "|" + replay;
    webhook(subscription, alert, cause, clock.instant());
  }

  /** Nobody wants any more what waits for a subscription. */
  void withdraw(UUID subscription) {
    rows.withdraw(subscription);
  }

  /** The alerts of before are read: what was held may go. */
  void release(SubscriptionRow row) {
    rows.release(row.id, heldUntil(row), clock.instant());
    commits.after(wakeup::wake);
  }

  private static Instant heldUntil(SubscriptionRow row) {
    return row.createdAt.plus(LONGEST_HOLD);
  }

  private void webhook(UUID subscription, HeardAlert alert, String cause, Instant dueAt) {
    add(DeliveryKind.ALERT_WEBHOOK, subscription, subscription.toString(), alert, cause, dueAt);
  }

  private void mail(
      UUID subscription,
      AlertTarget.Mailboxes target,
      String address,
      HeardAlert alert,
      Instant now,
      @Nullable Instant held) {
    int waiting = rows.waiting(subscription, address, now.plus(config.window()));
    boolean late =
        held != null
            || alert.isLate(now, config.newsFor())
            || rows.isInOpenDigest(subscription, address, alert.breach());
    Going going = plan.going(target, alert.traits(), late, waiting, now);
    String cause = Causes.ofAlert(alert.id(), subscription);
    Instant dueAt = held == null ? going.dueAt() : held;
    Optional<UUID> mail = add(DeliveryKind.ALERT_MAIL, subscription, address, alert, cause, dueAt);
    if (mail.isPresent() && going instanceof Going.Folded folded) {
      boolean quiet = MailPlan.peace(target, alert.traits().priority(), now).isPresent();
      UUID digest = digest(subscription, address, now, dueAt, quiet || held != null);
      rows.fold(mail.get(), digest);
      if (folded.withWaiting()) {
        rows.foldWaiting(subscription, address, digest, now.plus(config.window()));
      }
    }
  }

  private Optional<UUID> add(
      DeliveryKind kind,
      UUID subscription,
      String recipient,
      HeardAlert alert,
      String cause,
      Instant dueAt) {
    UUID ticketId = alert.alert().ticketId();
    Optional<UUID> added =
        deliveries.add(new NewDelivery(cause, ticketId, kind, 1, recipient, dueAt));
    added.ifPresent(id -> rows.mark(id, subscription, alert.id(), alert.place()));
    return added;
  }

  /** The digest that still waits and goes at that time, or a new one. */
  private UUID digest(
      UUID subscription, String address, Instant now, Instant dueAt, boolean exactly) {
    return rows.openDigest(subscription, address, dueAt, exactly)
        .orElseGet(
            () -> {
              UUID mark = UuidCreator.getTimeOrderedEpoch();
              String cause = subscription + "|" + DeliveryKind.ALERT_DIGEST + "|" + mark;
              UUID id =
                  deliveries
                      .add(
                          new NewDelivery(
                              cause, null, DeliveryKind.ALERT_DIGEST, 1, address, dueAt))
                      .orElseThrow();
              rows.mark(id, subscription, null, 0);
              return id;
            });
  }
}
