package dev.hourglass.notifier.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rows of {@code deliveries} say about alerts. */
@ApplicationScoped
public class AlertDeliveryRows {

  private static final String MARK =
      "update deliveries set subscription_id = ?2, alert_id = cast(?3 as uuid), place = ?4"
          + " where id = ?1";

  private static final String WAITING =
      "select count(*) from deliveries where subscription_id = ?1 and recipient = ?2"
          + " and kind = 'ALERT_MAIL' and state in ('PENDING', 'SENDING') and due_at <= ?3";

  private static final String FOLD =
      "update deliveries set state = 'FOLDED', digest_id = ?2 where id = ?1 and state = 'PENDING'";

  /** What a worker is sending right now is left to it. */
  private static final String FOLD_WAITING =
      "update deliveries set state = 'FOLDED', digest_id = ?3 where id in (select id"
          + " from deliveries where subscription_id = ?1 and recipient = ?2"
          + " and kind = 'ALERT_MAIL' and state = 'PENDING' and due_at <= ?4"
          + " for update skip locked)";

  /** One that failed before waits for its next attempt: it takes all that comes until then. */
  private static final String OPEN_DIGEST =
      "select id from deliveries where subscription_id = ?1 and recipient = ?2"
          + " and kind = 'ALERT_DIGEST' and state = 'PENDING' and (due_at = ?3 or (not ?4"
          + " and (attempts > 0 or due_at <= ?3))) order by due_at limit 1 for update skip locked";

  private static final String IN_OPEN_DIGEST =
      "select 1 from deliveries line join deliveries digest on digest.id = line.digest_id"
          + " where line.subscription_id = ?1 and line.recipient = ?2 and line.alert_id = ?3"
          + " and digest.state = 'PENDING'";

  private static final String WITHDRAW =
      "update deliveries set state = 'WITHDRAWN' where subscription_id = ?1"
          + " and state = 'PENDING'";

  private static final String RELEASE =
      "update deliveries set due_at = ?3 where subscription_id = ?1 and state = 'PENDING'"
          + " and due_at = ?2";

  private final EntityManager entities;

  AlertDeliveryRows(EntityManager entities) {
    this.entities = entities;
  }

  /** Notes what a delivery tells, and to whom. */
  void mark(UUID delivery, UUID subscription, @Nullable UUID alert, long place) {
    entities
        .createNativeQuery(MARK)
        .setParameter(1, delivery)
        .setParameter(2, subscription)
        .setParameter(3, alert)
        .setParameter(4, place)
        .executeUpdate();
  }

  /** How many mails to a mailbox are due until then and not sent. */
  int waiting(UUID subscription, String address, Instant until) {
    return ((Number)
            entities
                .createNativeQuery(WAITING, Long.class)
                .setParameter(1, subscription)
                .setParameter(2, address)
                .setParameter(3, until)
                .getSingleResult())
        .intValue();
  }

  /** Whether a mailbox will hear of a breach by a digest that has not gone yet. */
  boolean isInOpenDigest(UUID subscription, String address, @Nullable UUID breach) {
    return breach != null
        && !entities
            .createNativeQuery(IN_OPEN_DIGEST)
            .setParameter(1, subscription)
            .setParameter(2, address)
            .setParameter(3, breach)
            .getResultList()
            .isEmpty();
  }

  /** Makes a mail a line of a digest. */
  void fold(UUID mail, UUID digest) {
    entities.createNativeQuery(FOLD).setParameter(1, mail).setParameter(2, digest).executeUpdate();
  }

  /** Makes the mails to a mailbox that are due until then lines of a digest. */
  void foldWaiting(UUID subscription, String address, UUID digest, Instant until) {
    entities
        .createNativeQuery(FOLD_WAITING)
        .setParameter(1, subscription)
        .setParameter(2, address)
        .setParameter(3, digest)
        .setParameter(4, until)
        .executeUpdate();
  }

  /**
   * A digest to a mailbox that still waits, under lock, so that no worker takes it meanwhile.
   *
   * @param exactly whether it must go just then
   */
  Optional<UUID> openDigest(UUID subscription, String address, Instant dueAt, boolean exactly) {
    return entities
        .createNativeQuery(OPEN_DIGEST, UUID.class)
        .setParameter(1, subscription)
        .setParameter(2, address)
        .setParameter(3, dueAt)
        .setParameter(4, exactly)
        .getResultStream()
        .findFirst()
        .map(UUID.class::cast);
  }

  void withdraw(UUID subscription) {
    entities.createNativeQuery(WITHDRAW).setParameter(1, subscription).executeUpdate();
  }

  /** Lets go now what was held until a time. */
  void release(UUID subscription, Instant heldUntil, Instant now) {
    entities
        .createNativeQuery(RELEASE)
        .setParameter(1, subscription)
        .setParameter(2, heldUntil)
        .setParameter(3, now)
        .executeUpdate();
  }
}
