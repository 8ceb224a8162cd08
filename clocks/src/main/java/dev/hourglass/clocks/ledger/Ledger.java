package dev.hourglass.clocks.ledger;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.timing.TicketReceived;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the clocks of a ticket stand as they do, as of an instant. By the same fold as the alerts; it
 * says what the facts say, and does not wait for whoever may still have one to tell.
 *
 * @param received the fact that the ticket was received; missing if nobody has said so
 * @param startedAt when its clocks start: when it was received, or completed if it was not proper
 * @param unresolved why its clocks cannot be told, if they cannot
 * @param promises in the order in which they were made
 * @param facts in the order in which they count
 */
public record Ledger(
    Instant asOf,
    @Nullable TicketReceived received,
    @Nullable Instant startedAt,
    @Nullable String unresolved,
    List<PromiseEntry> promises,
    List<ClockEntry> clocks,
    List<FactEntry> facts) {

  public Ledger {
    required(asOf, "asOf");
    promises = listOf(promises);
    clocks = listOf(clocks);
    facts = listOf(facts);
  }

  /** As of now, by all that was heard; each fact is weighed. */
  public static Ledger latest(Collection<LoggedFact> facts, Calendars calendars, Instant now) {
    return latest(facts, calendars, now, Weighing.EACH_FACT);
  }

  /** As of now, by all that was heard. */
  public static Ledger latest(
      Collection<LoggedFact> facts, Calendars calendars, Instant now, Weighing weighing) {
    TicketHistory history = TicketHistory.of(heard(facts));
    return new LedgerWriter(facts, history, calendars, now, weighing).ledger();
  }

  /** As of {@code at}, as anybody would have been told then; each fact is weighed. */
  public static Ledger asKnownThen(Collection<LoggedFact> facts, Calendars calendars, Instant at) {
    return asKnownThen(facts, calendars, at, Weighing.EACH_FACT);
  }

  /** As of {@code at}, as anybody would have been told then: by what had been heard. */
  public static Ledger asKnownThen(
      Collection<LoggedFact> facts, Calendars calendars, Instant at, Weighing weighing) {
    List<LoggedFact> then =
        facts.stream().filter(fact -> !fact.heard().heardAt().isAfter(at)).toList();
    return latest(then, calendars, at, weighing);
  }

  /** As of {@code at}, by all that is known to have happened until then; each fact is weighed. */
  public static Ledger asKnownNow(Collection<LoggedFact> facts, Calendars calendars, Instant at) {
    return asKnownNow(facts, calendars, at, Weighing.EACH_FACT);
  }

  /** As of {@code at}, by all that is known to have happened until then. */
  public static Ledger asKnownNow(
      Collection<LoggedFact> facts, Calendars calendars, Instant at, Weighing weighing) {
    TicketHistory history = TicketHistory.until(at, heard(facts));
    return new LedgerWriter(facts, history, calendars, at, weighing).ledger();
  }

  private static List<HeardFact> heard(Collection<LoggedFact> facts) {
    return facts.stream().map(LoggedFact::heard).toList();
  }
}
