package dev.hourglass.slamonitor.ledger;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.clocks.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why the clocks of a ticket stand, or stood, as they do, and what was said of them.
 *
 * @param asKnownNow by all facts known today
 * @param asKnownThen by the facts that had been heard by {@code asOf}; missing if that is now
 * @param alertsKnownNow what was said, whenever that was, about what was due by {@code asOf}
 * @param alertsKnownThen what had been said by {@code asOf}; missing if that is now
 */
public record TicketLedger(
    UUID ticketId,
    Instant asOf,
    Ledger asKnownNow,
    @Nullable Ledger asKnownThen,
    List<AlertEntry> alertsKnownNow,
    @Nullable List<AlertEntry> alertsKnownThen) {

  public TicketLedger {
    alertsKnownNow = listOf(alertsKnownNow);
    alertsKnownThen = alertsKnownThen == null ? null : List.copyOf(alertsKnownThen);
  }
}
