package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.DeliveryState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code deliveries}. */
@ApplicationScoped
public class DeliveryRows implements PanacheRepositoryBase<DeliveryRow, UUID> {

  private static final String NEXT =
      "select * from deliveries where state = 'PENDING' and due_at <= ?1"
          + " order by due_at limit 1 for update skip locked";

  /** Rows that a worker is sending right now are passed over: it asks again before it retries. */
  private static final String PENDING =
      "select * from deliveries where ticket_id = ?1 and state = 'PENDING'"
          + " for update skip locked";

  /** The next that is due and that no other worker holds, under lock. */
  @SuppressWarnings("unchecked")
  Optional<DeliveryRow> nextDue(Instant now) {
    return getEntityManager()
        .createNativeQuery(NEXT, DeliveryRow.class)
        .setParameter(1, now)
        .getResultStream()
        .findFirst();
  }

  /** Those of a ticket that wait and that no worker is sending right now, under lock. */
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
