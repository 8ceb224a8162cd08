package dev.hourglass.clocks.ledger;

import static dev.hourglass.contracts.Rules.listOf;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact in the ledger.
 *
 * @param id of its event
 * @param type the name of the fact
 * @param source who said it
 * @param occurredAt when it happened, as its speaker said
 * @param recordedAt when its speaker recorded it
 * @param heardAt when the log took it up
 * @param countsAt when it happened, as the clocks count
 * @param moves the clocks that would stand otherwise without it; missing where nobody asked, or
 *     where there are too many facts to try
 */
public record FactEntry(
    String id,
    String type,
    String source,
    long sequence,
    Instant occurredAt,
    Instant recordedAt,
    Instant heardAt,
    Instant countsAt,
    List<FactFlag> flags,
    @Nullable List<ClockName> moves) {

  public FactEntry {
    flags = listOf(flags);
    moves = moves == null ? null : List.copyOf(moves);
  }
}
