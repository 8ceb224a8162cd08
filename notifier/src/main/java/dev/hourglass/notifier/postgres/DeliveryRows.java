package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.delivery.Lane;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of {@code deliveries}. Leases go by the clock of the database, which all instances
 * share.
 */
@ApplicationScoped
public class DeliveryRows implements PanacheRepositoryBase<DeliveryRow, UUID> {

  private static final String CLAIM =
      "update deliveries set state = 'SENDING', attempts = attempts + 1, claim = ?2,"
          + " claimed_by = ?3, lease_until = clock_timestamp() + ?4 * interval '1 millisecond'"
          + " where id = (select d.id from deliveries d where d.state = 'PENDING'"
          + " and d.due_at <= ?1 and %s"
          + " order by d.due_at limit 1 for update of d skip locked) returning *";

  /** Those of a ticket in order: none goes to a webhook while an earlier one is on its way. */
  private static final Map<Lane, String> CLAIM_OF =
      Map.of(
          Lane.MAILS,
          CLAIM.formatted(
              "d.kind <> 'ALERT_WEBHOOK' and not exists (select 1 from providers p"
                  + " where p.paused_until > ?1 and d.provider <> ''"
                  + " and p.domain in (d.provider, '*'))"),
          Lane.WEBHOOKS,
          CLAIM.formatted(
              "d.kind = 'ALERT_WEBHOOK' and not exists (select 1 from deliveries e"
                  + " where e.kind = 'ALERT_WEBHOOK' and e.state in ('PENDING', 'SENDING')"
                  + " and e.subscription_id = d.subscription_id and e.ticket_id = d.ticket_id"
                  + " and (e.place, e.id) < (d.place, d.id))"));

  /** A claim of an earlier life of this instance ends at once: that life is over. */
  private static final String RECLAIM =
      "update deliveries set state = 'PENDING', repeated = repeated + 1, claim = null,"
          + " claimed_by = null, lease_until = null where id in (select id from deliveries"
          + " where state = 'SENDING' and (lease_until < clock_timestamp()"
          + " or (starts_with(claimed_by, ?1) and claimed_by <> ?2))"
          + " for update skip locked) returning *";

  private static final String PENDING =
      "select * from deliveries where ticket_id = ?1 and state = 'PENDING' for update";

  /** Claims the next that is due and that no other worker is claiming. */
  @SuppressWarnings("unchecked")
  Optional<DeliveryRow> claim(Lane lane, Instant now, UUID token, String claimant, Duration lease) {
    return getEntityManager()
        .createNativeQuery(CLAIM_OF.get(lane), DeliveryRow.class)
        .setParameter(1, now)
        .setParameter(2, token)
        .setParameter(3, claimant)
        .setParameter(4, lease.toMillis())
        .getResultStream()
        .findFirst();
  }

  /**
   * Makes claims whose worker is gone pending again.
   *
   * @param instance how the claimants of all lives of this instance begin
   * @param claimant this life
   */
  @SuppressWarnings("unchecked")
  List<DeliveryRow> reclaim(String instance, String claimant) {
    return getEntityManager()
        .createNativeQuery(RECLAIM, DeliveryRow.class)
        .setParameter(1, instance)
        .setParameter(2, claimant)
        .getResultList();
  }

  /** One of them under lock, as it is now. */
  Optional<DeliveryRow> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Those of a ticket that wait, under lock. */
  @SuppressWarnings("unchecked")
  List<DeliveryRow> pending(UUID ticketId) {
    return getEntityManager()
        .createNativeQuery(PENDING, DeliveryRow.class)
        .setParameter(1, ticketId)
        .getResultList();
  }

  /** Those of a ticket, kind and cycle, whatever their state. */
  List<DeliveryRow> of(UUID ticketId, DeliveryKind kind, int cycle) {
    return list("ticketId = ?1 and kind = ?2 and cycle = ?3", ticketId, kind, cycle);
  }

  /** How many wait. */
  long countPending() {
    return count("state", DeliveryState.PENDING);
  }
}
