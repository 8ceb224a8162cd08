package dev.hourglass.slamonitor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.ledger.FactEntry;
import dev.hourglass.clocks.ledger.Ledger;
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
  private final Ledgers ledgers =
      new Ledgers(shelf, new NoAlerts(), () -> (edition, calendar) -> Optional.empty());

  @Test
  void aTicketWithMoreFactsThanAnybodyReadsIsNotExplained() {
    Facts facts = new Facts(ticketId);
    for (int i = 0; i < Ledgers.MOST_FACTS; i++) {
      shelf.put(facts.replied(NOW));
    }
    assertThat(ledgers.find(ticketId, null, NOW).orElseThrow().asKnownNow().unresolved()).isNull();
    shelf.put(facts.replied(NOW));
    assertThat(ledgers.find(ticketId, null, NOW).orElseThrow().asKnownNow().unresolved())
        .contains("10000");
    assertThat(ledgers.find(ticketId, NOW, NOW).orElseThrow().asKnownThen().unresolved())
        .contains("10000");
  }

  @Test
  void theBriefLedgerIsTheWholeOneWithoutWeighingAndAlerts() {
    Facts facts = new Facts(ticketId);
    shelf.put(facts.received(NOW.minusSeconds(60)));
    shelf.put(facts.replied(NOW));
    Ledger whole = ledgers.find(ticketId, null, NOW).orElseThrow().asKnownNow();
    Ledger brief = ledgers.brief(ticketId, null, NOW).orElseThrow().asKnownNow();
    assertThat(brief.clocks()).isEqualTo(whole.clocks());
    assertThat(whole.facts()).extracting(FactEntry::moves).doesNotContainNull();
    assertThat(brief.facts()).extracting(FactEntry::moves).containsOnlyNulls();
    assertThat(brief.facts()).extracting(FactEntry::id).hasSize(2);
  }

  @Test
  void aTicketThatNobodyHeardOfHasNoLedger() {
    assertThat(ledgers.find(ticketId, null, NOW)).isEmpty();
    assertThat(ledgers.find(ticketId, NOW, NOW)).isEmpty();
  }

  /** Nothing was said. */
  private static final class NoAlerts implements AlertLog {

    @Override
    public void keep(Collection<SaidAlert> alerts) {
      throw new AssertionError("nobody keeps alerts here");
    }

    @Override
    public List<SaidAlert> of(UUID ticketId, int most) {
      return List.of();
    }
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
