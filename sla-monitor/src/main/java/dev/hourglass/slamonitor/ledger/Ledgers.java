package dev.hourglass.slamonitor.ledger;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.ledger.Ledger;
import dev.hourglass.clocks.ledger.LoggedFact;
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

  private final FactLog facts;
  private final Supplier<Calendars> calendars;

  public Ledgers(FactLog facts, Supplier<Calendars> calendars) {
    this.facts = facts;
    this.calendars = calendars;
  }

  /** The ledger as of now; empty if no fact of the ticket is known. */
  public Optional<TicketLedger> latest(UUID ticketId, Instant now) {
    List<LoggedFact> known = known(ticketId);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Ledger latest = isTooMuch(known) ? tooMuch(now) : Ledger.latest(known, calendars.get(), now);
    return Optional.of(new TicketLedger(ticketId, now, latest, null));
  }

  /** The ledger as of an instant, as known now and then; empty if no fact is known. */
  public Optional<TicketLedger> asOf(UUID ticketId, Instant at) {
    List<LoggedFact> known = known(ticketId);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    if (isTooMuch(known)) {
      return Optional.of(new TicketLedger(ticketId, at, tooMuch(at), tooMuch(at)));
    }
    Calendars today = calendars.get();
    return Optional.of(
        new TicketLedger(
            ticketId,
            at,
            Ledger.asKnownNow(known, today, at),
            Ledger.asKnownThen(known, today, at)));
  }

  /** The ledger as of an instant, or of now where none is asked for; empty as those two. */
  public Optional<TicketLedger> find(UUID ticketId, @Nullable Instant at, Instant now) {
    return at == null ? latest(ticketId, now) : asOf(ticketId, at);
  }

  private List<LoggedFact> known(UUID ticketId) {
    return facts.of(ticketId, MOST_FACTS + 1);
  }

  private static boolean isTooMuch(List<LoggedFact> known) {
    return known.size() > MOST_FACTS;
  }

  private static Ledger tooMuch(Instant asOf) {
    String why = "the ticket has more than " + MOST_FACTS + " facts";
    return new Ledger(asOf, null, null, why, List.of(), List.of(), List.of());
  }
}
