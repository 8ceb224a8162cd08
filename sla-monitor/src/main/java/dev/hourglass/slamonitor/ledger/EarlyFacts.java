package dev.hourglass.slamonitor.ledger;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.clocks.ledger.LoggedFact;
import dev.hourglass.contracts.timing.TicketReceived;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds facts that are dated before their ticket was received. Whichever of the two is kept last,
 * then it shows; so nothing has to be remembered, and hardly any ticket has to be looked at.
 */
public final class EarlyFacts {

  private final FactLog log;

  public EarlyFacts(FactLog log) {
    this.log = log;
  }

  /**
   * How many such facts have come to light.
   *
   * @param kept what has just been kept, in any order
   */
  public int broughtToLightBy(Collection<KeptFact> kept) {
    Map<UUID, List<HeardFact>> tickets =
        kept.stream()
            .map(each -> each.fact().heard())
            .collect(Collectors.groupingBy(heard -> heard.fact().ticketId()));
    return suspects(tickets).stream()
        .mapToInt(ticketId -> early(ticketId, tickets.get(ticketId)))
        .sum();
  }

  private Set<UUID> suspects(Map<UUID, List<HeardFact>> tickets) {
    Set<UUID> suspects = new HashSet<>();
    Set<UUID> received = new HashSet<>();
    tickets.forEach(
        (ticketId, heard) -> {
          if (heard.stream().anyMatch(EarlyFacts::isReceipt)) {
            received.add(ticketId);
          }
          if (heard.stream().anyMatch(EarlyFacts::isToldLate) || precedesReceipt(heard)) {
            suspects.add(ticketId);
          }
        });
    firstHeardAt(tickets, received)
        .ifPresent(first -> suspects.addAll(log.heardOfBefore(first, received)));
    return suspects;
  }

  private static Optional<Instant> firstHeardAt(
      Map<UUID, List<HeardFact>> tickets, Set<UUID> received) {
    return received.stream()
        .flatMap(ticketId -> tickets.get(ticketId).stream())
        .map(HeardFact::heardAt)
        .min(Comparator.naturalOrder());
  }

  private static boolean isReceipt(HeardFact heard) {
    return heard.fact() instanceof TicketReceived;
  }

  private static boolean precedesReceipt(List<HeardFact> heard) {
    return heard.stream()
        .filter(EarlyFacts::isReceipt)
        .map(receipt -> receipt.fact().occurredAt())
        .min(Comparator.naturalOrder())
        .filter(at -> heard.stream().anyMatch(each -> each.fact().occurredAt().isBefore(at)))
        .isPresent();
  }

  /** By more than clocks may differ; else what is heard after a ticket happened after it. */
  private static boolean isToldLate(HeardFact heard) {
    return heard.fact().occurredAt().isBefore(heard.heardAt().minus(HeardFact.ALLOWED_SKEW));
  }

  private int early(UUID ticketId, List<HeardFact> news) {
    Set<String> early =
        TicketHistory.of(
                log.of(ticketId, Ledgers.MOST_FACTS).stream().map(LoggedFact::heard).toList())
            .beforeTheTicket();
    if (news.stream().anyMatch(EarlyFacts::isReceipt)) {
      return early.size();
    }
    return (int) news.stream().map(HeardFact::id).distinct().filter(early::contains).count();
  }
}
