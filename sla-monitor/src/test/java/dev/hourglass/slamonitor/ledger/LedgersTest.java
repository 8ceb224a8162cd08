package dev.hourglass.slamonitor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.ledger.LoggedFact;
import dev.hourglass.slamonitor.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgersTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final UUID ticketId = UUID.randomUUID();
  private final Shelf shelf = new Shelf();
  private final Ledgers ledgers = new Ledgers(shelf, () -> (edition, calendar) -> Optional.empty());

  @Test
  void aTicketWithMoreFactsThanAnybodyReadsIsNotExplained() {
    Facts facts = new Facts(ticketId);
    for (int i = 0; i < Ledgers.MOST_FACTS; i++) {
      shelf.put(facts.replied(NOW));
    }
    assertThat(ledgers.latest(ticketId, NOW).orElseThrow().asKnownNow().unresolved()).isNull();
    shelf.put(facts.replied(NOW));
    assertThat(ledgers.latest(ticketId, NOW).orElseThrow().asKnownNow().unresolved())
        .contains("10000");
    assertThat(ledgers.asOf(ticketId, NOW).orElseThrow().asKnownThen().unresolved())
        .contains("10000");
  }

  @Test
  void aTicketThatNobodyHeardOfHasNoLedger() {
    assertThat(ledgers.latest(ticketId, NOW)).isEmpty();
    assertThat(ledgers.asOf(ticketId, NOW)).isEmpty();
  }

  /** In memory. */
  private static final class Shelf implements FactLog {

    private final List<LoggedFact> facts = new ArrayList<>();

    void put(dev.hourglass.contracts.Event<dev.hourglass.contracts.timing.Fact> event) {
      facts.add(new LoggedFact(HeardFact.of(event, NOW), event.time()));
    }

    @Override
    public void keep(Collection<KeptFact> kept) {
      kept.forEach(fact -> facts.add(fact.fact()));
    }

    @Override
    public Set<UUID> heardOfBefore(Instant instant, Collection<UUID> ticketIds) {
      return Set.copyOf(ticketIds);
    }

    @Override
    public List<LoggedFact> of(UUID ticketId, int most) {
      return facts.subList(0, Math.min(facts.size(), most));
    }
  }
}
