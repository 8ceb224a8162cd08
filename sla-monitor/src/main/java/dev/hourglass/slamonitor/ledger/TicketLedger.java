package dev.hourglass.slamonitor.ledger;

import dev.hourglass.clocks.ledger.Ledger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why the clocks of a ticket stand, or stood, as they do.
 *
 * @param asKnownNow by all facts known today
 * @param asKnownThen by the facts that had been heard by {@code asOf}; missing if that is now
 */
public record TicketLedger(
    UUID ticketId, Instant asOf, Ledger asKnownNow, @Nullable Ledger asKnownThen) {}
