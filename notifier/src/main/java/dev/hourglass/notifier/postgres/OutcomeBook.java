package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.notifier.rating.TicketOutcomes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Remembers what came of the clocks of tickets. Clocks are said at every fact, outcomes change
 * seldom: a state that changes none is read and compared, and writes and locks nothing.
 */
@ApplicationScoped
public class OutcomeBook {

  private static final String LOCK_SOLVED =
      "select * from tickets where id = any(?1) and solved_at is not null order by id for update";

  private final Outcomes outcomes;
  private final RatingRows ratings;
  private final EntityManager entities;

  OutcomeBook(Outcomes outcomes, RatingRows ratings, EntityManager entities) {
    this.outcomes = outcomes;
    this.ratings = ratings;
    this.entities = entities;
  }

  /** Hears the state of the clocks of tickets, in any order and as often as it is said. */
  @Transactional
  public void hear(Collection<Event<ClocksChanged>> events) {
    Map<UUID, Outcomes.Known> changed = changed(latest(events));
    changed.forEach(outcomes::write);
    rejoin(changed);
  }

  /** In the order of their ids, so that two who write the same ones wait for each other in turn. */
  private static Map<UUID, ClocksChanged> latest(Collection<Event<ClocksChanged>> events) {
    Map<UUID, ClocksChanged> latest = new TreeMap<>();
    for (Event<ClocksChanged> event : events) {
      latest.merge(
          event.data().ticketId(),
          event.data(),
          (one, other) -> other.version() > one.version() ? other : one);
    }
    return latest;
  }

  private Map<UUID, Outcomes.Known> changed(Map<UUID, ClocksChanged> latest) {
    Map<UUID, Outcomes.Known> known = outcomes.of(latest.keySet());
    Map<UUID, Outcomes.Known> changed = new TreeMap<>();
    latest.forEach(
        (ticketId, state) -> {
          Outcomes.Known before = known.get(ticketId);
          TicketOutcomes after = TicketOutcomes.of(state.clocks());
          boolean later = before == null || before.version() < state.version();
          if (later && (before == null || !before.outcomes().equals(after))) {
            changed.put(ticketId, new Outcomes.Known(state.version(), after));
          }
        });
    return changed;
  }

  /**
   * Whoever answers holds the lock on the ticket and reads the outcomes under it; so does this, and
   * none misses the other. Only a solved ticket can have been rated. What was rated before the
   * ticket was opened again stays as it is.
   */
  private void rejoin(Map<UUID, Outcomes.Known> changed) {
    if (changed.isEmpty()) {
      return;
    }
    for (Object each :
        entities
            .createNativeQuery(LOCK_SOLVED, TicketRow.class)
            .setParameter(1, changed.keySet().toArray(UUID[]::new))
            .getResultList()) {
      TicketRow ticket = (TicketRow) each;
      ratings.known(ticket, ticket.cycle, changed.get(ticket.id).outcomes().ofCycle(ticket.cycle));
    }
  }
}
