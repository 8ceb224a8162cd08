package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.alert.AlertDigest;
import dev.hourglass.notifier.alert.AlertMail;
import dev.hourglass.notifier.alert.AlertMails;
import dev.hourglass.notifier.alert.AlertNotice;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.subscription.AlertTarget;
import dev.hourglass.notifier.subscription.Subscription;
import dev.hourglass.notifier.subscription.SubscriptionState;
import dev.hourglass.notifier.subscription.WebhookMessage;
import dev.hourglass.notifier.subscription.WebhookMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What couriers ask the rows of alerts and subscriptions, each in a short transaction. */
@ApplicationScoped
public class PostgresAlertMails implements AlertMails, WebhookMessages {

  private static final String TOLD =
      "select cast(subscription_id as text), cast(alert_id as text) from deliveries where id = ?1";

  /** Withdrawals are left out where their breach is a line, too: it is struck out. */
  private static final String LINES =
      "select cast(a.id as text), exists (select 1 from alerts w where w.breach_id = a.id),"
          + " count(*) over () from deliveries d join alerts a on a.id = d.alert_id"
          + " where d.digest_id = ?1 and a.document is not null"
          + " and not exists (select 1 from deliveries o where o.digest_id = ?1"
          + " and o.alert_id = a.breach_id)"
          + " order by a.priority nulls first, a.detected_at, d.id limit ?2";

  /** The mail, or the digest, that told a mailbox of a breach. */
  private static final String TOLD_BY =
      "select coalesce(digest.cause, mail.cause) from deliveries mail"
          + " left join deliveries digest on digest.id = mail.digest_id"
          + " where mail.subscription_id = ?1 and mail.recipient = ?2 and mail.alert_id = ?3"
          + " and mail.kind = 'ALERT_MAIL' limit 1";

  private static final String PUT_OFF =
      "update deliveries set due_at = ?2 where id in (select id from deliveries"
          + " where subscription_id = ?1 and kind = 'ALERT_WEBHOOK' and state = 'PENDING'"
          + " and due_at < ?2 for update skip locked)";

  private final EntityManager entities;
  private final SubscriptionRows subscriptions;
  private final AlertRows alerts;

  PostgresAlertMails(EntityManager entities, SubscriptionRows subscriptions, AlertRows alerts) {
    this.entities = entities;
    this.subscriptions = subscriptions;
    this.alerts = alerts;
  }

  private record Told(@Nullable SubscriptionRow subscription, @Nullable AlertRow alert) {}

  @Override
  @Transactional
  public boolean isWanted(Delivery delivery) {
    SubscriptionRow row = told(delivery).subscription();
    if (row == null || row.state != SubscriptionState.ACTIVE) {
      return false;
    }
    // Somebody may have been taken off the list since.
    AlertTarget target = SubscriptionRows.toSubscription(row).target();
    return !(target instanceof AlertTarget.Mailboxes mail)
        || mail.addresses().contains(delivery.recipient());
  }

  @Override
  @Transactional
  public Optional<AlertMail> mail(Delivery delivery) {
    Told told = told(delivery);
    if (told.subscription() == null || told.alert() == null) {
      return Optional.empty();
    }
    Subscription subscription = SubscriptionRows.toSubscription(told.subscription());
    AlertRow alert = told.alert();
    return Optional.of(
        new AlertMail(
            subscription.id(),
            subscription.name(),
            (AlertTarget.Mailboxes) subscription.target(),
            AlertNotice.of(AlertRows.toHeard(alert)),
            alert.breachId == null ? null : toldBy(subscription.id(), delivery, alert.breachId)));
  }

  @Override
  @Transactional
  public Optional<AlertDigest> digest(Delivery delivery) {
    SubscriptionRow row = told(delivery).subscription();
    List<?> found =
        entities
            .createNativeQuery(LINES)
            .setParameter(1, delivery.id())
            .setParameter(2, AlertDigest.MOST_LINES)
            .getResultList();
    if (row == null || found.isEmpty()) {
      return Optional.empty();
    }
    Subscription subscription = SubscriptionRows.toSubscription(row);
    int all = ((Number) ((Object[]) found.get(0))[2]).intValue();
    return Optional.of(
        new AlertDigest(
            subscription.id(),
            subscription.name(),
            (AlertTarget.Mailboxes) subscription.target(),
            lines(found.stream().map(Object[].class::cast).toList()),
            all - found.size()));
  }

  private List<AlertDigest.Line> lines(List<Object[]> found) {
    List<UUID> ids = found.stream().map(each -> UUID.fromString((String) each[0])).toList();
    Map<UUID, AlertRow> rows =
        alerts.list("id in ?1", ids).stream()
            .collect(Collectors.toMap(each -> each.id, Function.identity()));
    return found.stream()
        .map(
            each ->
                new AlertDigest.Line(
                    AlertNotice.of(AlertRows.toHeard(rows.get(UUID.fromString((String) each[0])))),
                    (Boolean) each[1]))
        .toList();
  }

  @Override
  @Transactional
  public Optional<WebhookMessage> of(Delivery delivery) {
    Told told = told(delivery);
    if (told.subscription() == null || told.alert() == null) {
      return Optional.empty();
    }
    Subscription subscription = SubscriptionRows.toSubscription(told.subscription());
    return Optional.of(
        new WebhookMessage(
            subscription.id(),
            told.alert().id.toString(),
            ((AlertTarget.Webhook) subscription.target()).url(),
            told.subscription().secrets(),
            told.alert().document));
  }

  @Override
  @Transactional
  public Optional<Instant> waitsUntil(Delivery delivery) {
    return Optional.ofNullable(told(delivery).subscription()).map(row -> row.waitsUntil);
  }

  @Override
  @Transactional
  public void failing(UUID subscription, Instant until) {
    subscriptions.locked(subscription).ifPresent(row -> row.waitsUntil = until);
    entities
        .createNativeQuery(PUT_OFF)
        .setParameter(1, subscription)
        .setParameter(2, until)
        .executeUpdate();
  }

  @Override
  @Transactional
  public void gone(UUID subscription) {
    subscriptions
        .locked(subscription)
        .ifPresent(
            row -> {
              row.state = SubscriptionState.PAUSED;
              row.pausedBecause = "GONE";
            });
  }

  private Told told(Delivery delivery) {
    Object[] ids =
        (Object[])
            entities.createNativeQuery(TOLD).setParameter(1, delivery.id()).getSingleResult();
    SubscriptionRow subscription =
        ids[0] == null ? null : subscriptions.findById(UUID.fromString((String) ids[0]));
    AlertRow alert = ids[1] == null ? null : alerts.findById(UUID.fromString((String) ids[1]));
    return new Told(subscription, alert == null || alert.document == null ? null : alert);
  }

  private @Nullable String toldBy(UUID subscription, Delivery delivery, UUID breach) {
    List<?> found =
        entities
            .createNativeQuery(TOLD_BY, String.class)
            .setParameter(1, subscription)
            .setParameter(2, delivery.recipient())
            .setParameter(3, breach)
            .getResultList();
    return found.isEmpty() ? null : (String) found.get(0);
  }
}
