package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.history.HeardFact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The facts of each ticket, one entry each: hearing the ten-thousandth costs what hearing the first
 * did. Keys are the ticket's id and the event's; the order is of no account. The tickets that were
 * looked at last are kept as objects beside the store.
 */
final class FactShelf {

  private static final int MOST_AT_HAND = 4_000;
  private static final int FEW = 50;

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, List<HeardFact>> atHand = new LinkedHashMap<>(16, 0.75f, true);
  private int factsAtHand;

  FactShelf(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * Keeps a fact; false if it was there already.
   *
   * @param isFirst whether nothing of the ticket can have been kept before; asked only if none of
   *     its facts is at hand, since the answer may have to be read
   */
  boolean put(String ticketId, ShelvedFact kept, BooleanSupplier isFirst) {
    HeardFact fact = kept.fact();
    List<HeardFact> known = atHand.get(ticketId);
    if (known == null && isFirst.getAsBoolean()) {
      known = new ArrayList<>();
      atHand.put(ticketId, known);
    }
    if (!putIfAbsent(ticketId + fact.id(), kept, known)) {
      return false;
    }
    if (known != null) {
      known.add(fact);
      factsAtHand++;
      putAway();
    }
    return true;
  }

  /** Among a few facts at hand, it is sooner found than in the store. */
  private boolean putIfAbsent(String key, ShelvedFact kept, @Nullable List<HeardFact> known) {
    if (known == null || known.size() > FEW) {
      return store.putIfAbsent(key, kept.bytes()) == null;
    }
    for (HeardFact other : known) {
      if (other.id().equals(kept.fact().id())) {
        return false;
      }
    }
    store.put(key, kept.bytes());
    return true;
  }

  /** What has been heard of a ticket. */
  List<HeardFact> of(String ticketId) {
    List<HeardFact> known = atHand.get(ticketId);
    if (known == null) {
      known = new ArrayList<>();
      byte[] key = ticketId.getBytes(StandardCharsets.UTF_8);
      try (KeyValueIterator<String, byte[]> entries =
          store.prefixScan(ticketId, new StringSerializer())) {
        while (entries.hasNext()) {
          known.add(ShelvedFact.read(key, entries.next().value));
        }
      }
      atHand.put(ticketId, known);
      factsAtHand += known.size();
      putAway();
    }
    return known;
  }

  /** Forgets the facts of a ticket. */
  void remove(String ticketId) {
    of(ticketId).forEach(fact -> store.delete(ticketId + fact.id()));
    factsAtHand -= atHand.remove(ticketId).size();
  }

  private void putAway() {
    var eldest = atHand.values().iterator();
    while (factsAtHand > MOST_AT_HAND && atHand.size() > 1) {
      factsAtHand -= eldest.next().size();
      eldest.remove();
    }
  }
}
