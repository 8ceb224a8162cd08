package dev.hourglass.slamonitor.html;

import dev.hourglass.clocks.ledger.FactEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers under which the page lists facts, from 1. */
final class FactNumbers {

  private final Map<String, Integer> numbers = new HashMap<>();

  FactNumbers(List<FactEntry> facts) {
    facts.forEach(fact -> numbers.put(fact.id(), numbers.size() + 1));
  }

  @Nullable Integer of(String eventId) {
    return numbers.get(eventId);
  }
}
