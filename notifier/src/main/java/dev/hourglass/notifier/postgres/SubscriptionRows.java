package dev.hourglass.notifier.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.notifier.subscription.AlertFilter;
import dev.hourglass.notifier.subscription.AlertTarget;
import dev.hourglass.notifier.subscription.Subscription;
import dev.hourglass.notifier.subscription.SubscriptionSheet;
import dev.hourglass.notifier.subscription.SubscriptionState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code subscriptions}, and what they mean. */
@ApplicationScoped
public class SubscriptionRows implements PanacheRepositoryBase<SubscriptionRow, UUID> {

  private static final String NEXT_BACKFILL =
      "select * from subscriptions where backfill_from is not null and backfilled_at is null"
          + " order by id limit 1 for update skip locked";

  private static final String LOCK = "select 1 from subscriptions where id = ?1 for update";

  /** The row under lock, if it is there. */
  Optional<SubscriptionRow> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Locks a row that was read before, and reads it as it is now.
   *
   * @return false if it was deleted meanwhile
   */
  boolean lock(SubscriptionRow row) {
    boolean there =
        !getEntityManager()
            .createNativeQuery(LOCK)
            .setParameter(1, row.id)
            .getResultList()
            .isEmpty();
    if (there) {
      getEntityManager().refresh(row);
    }
    return there;
  }

  /** Those that are told of alerts; always in the same order, for their locks are taken in it. */
  List<SubscriptionRow> active() {
    return list("state = ?1 order by id", SubscriptionState.ACTIVE);
  }

  /** One whose back-fill goes on and that nobody else works at, under lock. */
  @SuppressWarnings("unchecked")
  Optional<SubscriptionRow> nextBackfill() {
    return getEntityManager()
        .createNativeQuery(NEXT_BACKFILL, SubscriptionRow.class)
        .getResultStream()
        .findFirst();
  }

  static Subscription toSubscription(SubscriptionRow row) {
    AlertTarget target =
        row.webhook == null
            ? read(row.mailboxes, AlertTarget.Mailboxes.class)
            : read(row.webhook, AlertTarget.Webhook.class);
    return new Subscription(
        row.id, row.name, row.state, read(row.filter, AlertFilter.class), target);
  }

  static SubscriptionSheet sheet(SubscriptionRow row) {
    return new SubscriptionSheet(
        toSubscription(row),
        row.pausedBecause,
        row.createdAt,
        row.changedAt,
        row.backfillFrom,
        row.backfilledAt);
  }

  static String json(Object value) {
    try {
      return EventJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a subscription could not be stored", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return EventJson.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored subscription could not be read", e);
    }
  }
}
