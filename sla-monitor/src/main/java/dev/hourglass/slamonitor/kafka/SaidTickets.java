package dev.hourglass.slamonitor.kafka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The tickets whose prepared breaches have been said and that nobody has looked at since. All that
 * were said in one turn are noted in one entry of the store, in the transaction that says them; it
 * goes when the last of them has been looked at.
 */
final class SaidTickets {

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, Said> said = new LinkedHashMap<>();
  private final List<DueTicket> unnoted = new ArrayList<>();
  private long lastBatch;
  private @Nullable Batch current;

  /** Some tickets that were said together, and how many of them are left to be looked at. */
  private static final class Batch {

    private final long number;
    private int left;

    Batch(long number) {
      this.number = number;
    }
  }

  /**
   * A ticket that was said.
   *
   * @param batch missing if its own entry in the store says so, as it did in former versions
   */
  private record Said(DueTicket ticket, @Nullable Batch batch) {}

  SaidTickets(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** A ticket of which all that was prepared is said in this turn, for {@link #note} to keep. */
  void add(DueTicket ticket) {
    if (current == null) {
      current = new Batch(++lastBatch);
    }
    put(ticket, current);
    unnoted.add(ticket);
  }

  /** Keeps what was said in this turn; false if nothing was. */
  boolean note() {
    if (current == null) {
      return false;
    }
    store.put(SaidBatch.key(current.number), SaidBatch.write(unnoted));
    current = null;
    unnoted.clear();
    return true;
  }

  /** What a former instance noted, before it ended. */
  Recollection recollection() {
    return new Recollection();
  }

  boolean contains(String ticketId) {
    return said.containsKey(ticketId);
  }

  boolean isEmpty() {
    return said.isEmpty();
  }

  /** At most {@code limit} of them, those first that were said first. */
  List<String> some(int limit) {
    return said.keySet().stream().limit(limit).toList();
  }

  /** What was said of the ticket, if it is one of them. */
  @Nullable DueTicket get(String ticketId) {
    Said entry = said.get(ticketId);
    return entry == null ? null : entry.ticket();
  }

  /** The ticket was looked at: what was said of it stands in its record from now on. */
  void remove(String ticketId) {
    Said entry = said.remove(ticketId);
    if (entry != null && entry.batch() != null && --entry.batch().left == 0) {
      store.put(SaidBatch.key(entry.batch().number), null);
    }
  }

  private void put(DueTicket ticket, @Nullable Batch batch) {
    said.put(ticket.ticketId(), new Said(ticket, batch));
    if (batch != null) {
      batch.left++;
    }
  }

  /** Finds the tickets of the batches in the store again, which come before all tickets. */
  final class Recollection {

    private final Map<String, Batch> noted = new LinkedHashMap<>();
    private final List<Batch> batches = new ArrayList<>();

    void batch(byte[] key, byte[] value) {
      Batch batch = new Batch(SaidBatch.number(key));
      lastBatch = Math.max(lastBatch, batch.number);
      batches.add(batch);
      SaidBatch.read(value).forEach(name -> noted.put(name, batch));
    }

    /** Whether the ticket was said and not looked at since, which gives it another entry. */
    boolean ticket(DueTicket ticket) {
      Batch batch = noted.get(SaidBatch.name(ticket));
      if (batch == null && !ticket.said()) {
        return false;
      }
      put(ticket, batch);
      return true;
    }

    /** All has been seen; batches of which nothing is left go. */
    void end() {
      batches.stream()
          .filter(batch -> batch.left == 0)
          .forEach(batch -> store.put(SaidBatch.key(batch.number), null));
    }
  }
}
