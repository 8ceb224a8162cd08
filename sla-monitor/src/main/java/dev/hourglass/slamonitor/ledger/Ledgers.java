package dev.hourglass.slamonitor.ledger;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.ledger.Ledger;
import dev.hourglass.clocks.ledger.LoggedFact;
import dev.hourglass.clocks.ledger.Weighing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the ledgers of tickets from the facts that were kept of them. */
public final class Ledgers {

  /** A ticket with more facts is not explained: nobody would read it, and many would wait. */
  public static final int MOST_FACTS = 10_000;

  /** More alerts of one ticket than this are not listed. */
  static final int MOST_ALERTS = 2_000;

  private final FactLog facts;
  private final AlertLog alerts;
  private final Supplier<Calendars> calendars;

  public Ledgers(FactLog facts, AlertLog alerts, Supplier<Calendars> calendars) {
    this.facts = facts;
    this.alerts = alerts;
    this.calendars = calendars;
  }

  /**
   * The whole ledger as of an instant, or of now where none is asked for: each fact weighed, and
   * what was said beside what the facts call for. Empty if no fact of the ticket is known.
   */
  public Optional<TicketLedger> find(UUID ticketId, @Nullable Instant at, Instant now) {
    return write(ticketId, at, now, Weighing.EACH_FACT)
        .map(ledger -> withAlerts(ledger, alerts.of(ticketId, MOST_ALERTS)));
  }

  /** The same without weighing any fact, and without what was said: it is asked for often. */
  public Optional<TicketLedger> brief(UUID ticketId, @Nullable Instant at, Instant now) {
    return write(ticketId, at, now, Weighing.NONE);
  }

  private Optional<TicketLedger> write(
      UUID ticketId, @Nullable Instant at, Instant now, Weighing weighing) {
    List<LoggedFact> known = facts.of(ticketId, MOST_FACTS + 1);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Instant asOf = at == null ? now : at;
    if (known.size() > MOST_FACTS) {
      Ledger none = tooMuch(asOf);
      return Optional.of(ledger(ticketId, asOf, none, at == null ? null : none));
    }
    Calendars today = calendars.get();
    if (at == null) {
      return Optional.of(ledger(ticketId, now, Ledger.latest(known, today, now, weighing), null));
    }
    return Optional.of(
        ledger(
            ticketId,
            at,
            Ledger.asKnownNow(known, today, at, weighing),
            Ledger.asKnownThen(known, today, at, weighing)));
  }

  private static TicketLedger ledger(
      UUID ticketId, Instant asOf, Ledger asKnownNow, @Nullable Ledger asKnownThen) {
    return new TicketLedger(ticketId, asOf, asKnownNow, asKnownThen, List.of(), null);
  }

  private static TicketLedger withAlerts(TicketLedger ledger, List<SaidAlert> said) {
    Instant asOf = ledger.asOf();
    Ledger then = ledger.asKnownThen();
    List<SaidAlert> about =
        then == null ? said : said.stream().filter(alert -> alert.isAbout(asOf)).toList();
    return new TicketLedger(
        ledger.ticketId(),
        asOf,
        ledger.asKnownNow(),
        then,
        AlertComparison.of(ledger.asKnownNow(), about),
        then == null ? null : AlertComparison.of(then, saidBy(asOf, said)));
  }

  private static List<SaidAlert> saidBy(Instant asOf, List<SaidAlert> said) {
    return said.stream().filter(alert -> !alert.detectedAt().isAfter(asOf)).toList();
  }

  private static Ledger tooMuch(Instant asOf) {
    String why = "the ticket has more than " + MOST_FACTS + " facts";
    return new Ledger(asOf, null, null, why, List.of(), List.of(), List.of());
  }
}
