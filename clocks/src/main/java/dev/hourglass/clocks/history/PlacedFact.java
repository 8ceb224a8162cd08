package dev.hourglass.clocks.history;

import dev.hourglass.contracts.timing.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fact at its place in the history: in order of time, and at one instant in the order in which
 * its speaker said it.
 */
record PlacedFact(Instant at, String source, long sequence, String id, Fact fact) {

  private static final Comparator<HeardFact> AS_SAID =
      Comparator.comparingLong(HeardFact::sequence)
          .thenComparing(HeardFact::believedAt)
          .thenComparing(HeardFact::id);

  private static final Comparator<PlacedFact> IN_TIME =
      Comparator.comparing(PlacedFact::at)
          .thenComparing(PlacedFact::source)
          .thenComparingLong(PlacedFact::sequence)
          .thenComparing(PlacedFact::id);

  /** The order depends on what was heard, never on the order in which it was heard. */
  static List<PlacedFact> inOrder(Collection<HeardFact> heard) {
    List<PlacedFact> placed = new ArrayList<>();
    bySpeaker(heard).values().forEach(said -> place(said, placed));
    placed.sort(IN_TIME);
    return placed;
  }

  /**
   * A speaker whose clock was set back a little between two facts did not mean to tell them in
   * another order: the later one is moved up. More than the allowed skew is meant, as when an agent
   * logs what was done an hour ago.
   */
  private static void place(List<HeardFact> said, List<PlacedFact> placed) {
    said.sort(AS_SAID);
    Instant previous = Instant.MIN;
    for (HeardFact heard : said) {
      Instant at = heard.believedAt();
      boolean setBack =
          at.isBefore(previous) && !at.plus(HeardFact.ALLOWED_SKEW).isBefore(previous);
      at = setBack ? previous : at;
      placed.add(new PlacedFact(at, heard.source(), heard.sequence(), heard.id(), heard.fact()));
      previous = at;
    }
  }

  private static Map<String, List<HeardFact>> bySpeaker(Collection<HeardFact> heard) {
    Map<String, HeardFact> once = new HashMap<>();
    for (HeardFact fact : heard) {
      once.merge(fact.id(), fact, (a, b) -> b.heardAt().isBefore(a.heardAt()) ? b : a);
    }
    Map<String, List<HeardFact>> speakers = new TreeMap<>();
    for (HeardFact fact : once.values()) {
      speakers.computeIfAbsent(fact.source(), source -> new ArrayList<>()).add(fact);
    }
    return speakers;
  }
}
