package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.survey.AddressHashes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code survey_recipients}, found by address without keeping any. */
@ApplicationScoped
public class SurveyRecipients {

  private static final String MAKE =
      "insert into survey_recipients (address) values (?1) on conflict do nothing";
  private static final String LOCK =
      "select delivery_id, unsubscribed_at is not null from survey_recipients where address = ?1"
          + " for update";
  private static final String TAKE =
      "update survey_recipients set delivery_id = ?2 where address = ?1";
  private static final String UNSUBSCRIBED =
      "select count(*) from survey_recipients where address = ?1 and unsubscribed_at is not null";
  private static final String UNSUBSCRIBE =
      "insert into survey_recipients (address, unsubscribed_at) values (?1, ?2)"
          + " on conflict (address) do update set unsubscribed_at = excluded.unsubscribed_at"
          + " where survey_recipients.unsubscribed_at is null";

  private final EntityManager entities;
  private final AddressHashes hashes;

  SurveyRecipients(EntityManager entities, AddressHashes hashes) {
    this.entities = entities;
    this.hashes = hashes;
  }

  /**
   * Whom a survey may go to.
   *
   * @param delivery the survey that passed last
   */
  record Recipient(@Nullable UUID delivery, boolean unsubscribed) {}

  /** The row of an address under lock; made if it is not there. */
  Recipient locked(String address) {
    byte[] hash = hashes.of(address);
    entities.createNativeQuery(MAKE).setParameter(1, hash).executeUpdate();
    Object[] row =
        (Object[]) entities.createNativeQuery(LOCK).setParameter(1, hash).getSingleResult();
    return new Recipient((UUID) row[0], (Boolean) row[1]);
  }

  /** The locked row is that delivery's. */
  void take(String address, UUID delivery) {
    entities
        .createNativeQuery(TAKE)
        .setParameter(1, hashes.of(address))
        .setParameter(2, delivery)
        .executeUpdate();
  }

  boolean isUnsubscribed(String address) {
    Object count =
        entities
            .createNativeQuery(UNSUBSCRIBED)
            .setParameter(1, hashes.of(address))
            .getSingleResult();
    return ((Number) count).longValue() > 0;
  }

  /**
   * Nobody is asked under this address from now on.
   *
   * @return whether that is news
   */
  boolean unsubscribe(String address, Instant now) {
    return entities
            .createNativeQuery(UNSUBSCRIBE)
            .setParameter(1, hashes.of(address))
            .setParameter(2, now)
            .executeUpdate()
        == 1;
  }
}
