package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.rating.CycleOutcome;
import dev.hourglass.notifier.rating.TicketOutcomes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of {@code outcomes}: what came of the clocks of each ticket. */
@ApplicationScoped
public class Outcomes {

  private static final String READ =
      "select ticket_id, version, cast(outcomes as text) from outcomes where ticket_id = any(?1)";
  private static final String WRITE =
      "insert into outcomes (ticket_id, version, outcomes) values (?1, ?2, cast(?3 as jsonb))"
          + " on conflict (ticket_id) do update"
          + " set version = excluded.version, outcomes = excluded.outcomes"
          + " where outcomes.version < excluded.version";

  private final EntityManager entities;

  Outcomes(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What is known of a ticket.
   *
   * @param version of the state of the clocks that said so
   */
  record Known(long version, TicketOutcomes outcomes) {}

  /** What is known of one ticket; nothing if no clock was heard of. */
  TicketOutcomes of(UUID ticketId) {
    Known known = of(List.of(ticketId)).get(ticketId);
    return known == null ? TicketOutcomes.none() : known.outcomes();
  }

  /** What is known of several; those without a row are missing. */
  Map<UUID, Known> of(Collection<UUID> ticketIds) {
    Map<UUID, Known> known = new HashMap<>();
    for (Object each :
        entities
            .createNativeQuery(READ)
            .setParameter(1, ticketIds.toArray(UUID[]::new))
            .getResultList()) {
      Object[] row = (Object[]) each;
      known.put(
          (UUID) row[0],
          new Known(
              ((Number) row[1]).longValue(),
              new TicketOutcomes(Json.list((String) row[2], CycleOutcome.class))));
    }
    return known;
  }

  void write(UUID ticketId, Known known) {
    entities
        .createNativeQuery(WRITE)
        .setParameter(1, ticketId)
        .setParameter(2, known.version())
        .setParameter(3, Json.write(known.outcomes().outcomes()))
        .executeUpdate();
  }
}
