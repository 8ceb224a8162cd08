package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.rating.MetricOutcome;
import dev.hourglass.contracts.rating.SatisfactionRated;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.notifier.survey.Level;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code ratings}, and saying each change of one. Whoever changes one holds the lock on
 * the ticket's row.
 */
@ApplicationScoped
public class RatingRows implements PanacheRepositoryBase<RatingRow, RatingRow.Key> {

  private final Speaker speaker;
  private final Outcomes outcomes;

  RatingRows(Speaker speaker, Outcomes outcomes) {
    this.speaker = speaker;
    this.outcomes = outcomes;
  }

  /** The rating of a cycle, if it was answered. */
  Optional<RatingRow> of(UUID ticketId, int cycle) {
    return findByIdOptional(new RatingRow.Key(ticketId, cycle));
  }

  /** Writes what a customer answered {@code now}, with what was promised and came of it. */
  RatingRow answered(
      TicketRow ticket, int cycle, Level level, @Nullable String comment, Instant now) {
    RatingRow row = of(ticket.id, cycle).orElseGet(RatingRow::new);
    row.ticketId = ticket.id;
    row.cycle = cycle;
    row.level = level.number();
    row.comment = comment;
    row.ratedAt = now;
    TicketPrioritized prioritized = TicketRows.toTicket(ticket).prioritized();
    if (prioritized != null) {
      row.account = prioritized.basis().account();
      row.priority = prioritized.priority();
      row.plan = prioritized.basis().plan();
      row.edition = prioritized.promise().edition();
    }
    row.outcomes = Json.write(outcomes.of(ticket.id).ofCycle(cycle));
    say(row, ticket);
    row.persist();
    return row;
  }

  /** Puts right what came of the clocks of a cycle that was rated before that was known. */
  void known(TicketRow ticket, int cycle, List<MetricOutcome> now) {
    of(ticket.id, cycle)
        .filter(row -> !outcomes(row).equals(now))
        .ifPresent(
            row -> {
              row.outcomes = Json.write(now);
              say(row, ticket);
            });
  }

  static List<MetricOutcome> outcomes(RatingRow row) {
    return Json.list(row.outcomes, MetricOutcome.class);
  }

  private void say(RatingRow row, TicketRow ticket) {
    row.revision++;
    speaker.say(
        ticket,
        new SatisfactionRated(
            row.ticketId,
            row.ratedAt,
            row.cycle,
            row.level,
            row.comment != null,
            row.revision,
            row.account,
            row.priority,
            row.plan,
            row.edition,
            outcomes(row)));
  }
}
