package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * When to look at which ticket, in order of time: keys are an instant as eight bytes, big end
 * first, and the ticket's id; values are the number of its open clocks, twice, and one more if a
 * breach of it is held. Every ticket of the store has exactly one entry; one that nothing is due
 * for has it at the end of time. The held tickets stand in memory as well, by their missed
 * deadlines.
 */
final class DueIndex {

  private final KeyValueStore<Bytes, Integer> store;
  private final NavigableMap<Held, String> held = new TreeMap<>();
  private final Map<String, Held> heldOf = new HashMap<>();
  private long next = TicketRecord.NEVER;
  private long openClocks;

  DueIndex(KeyValueStore<Bytes, Integer> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, Integer> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, Integer> entry = all.next();
        next = Math.min(next, instant(entry.key));
        openClocks += open(entry.value);
        if (isHeld(entry.value)) {
          // Of which deadline, the look at it will tell.
          hold(ticketId(entry.key), Instant.MIN);
        }
      }
    }
  }

  /** Whether something is due at {@code now}; costs nothing. */
  boolean anythingDueAt(long now) {
    return next <= now;
  }

  long openClocks() {
    return openClocks;
  }

  /** Notes when to look at a ticket, and the missed deadline whose breach is held, if one is. */
  void put(long due, String ticketId, int open, @Nullable Instant missedDeadline) {
    store.put(key(due, ticketId), 2 * open + (missedDeadline == null ? 0 : 1));
    next = Math.min(next, due);
    openClocks += open;
    if (missedDeadline != null) {
      hold(ticketId, missedDeadline);
    }
  }

  void remove(long due, String ticketId) {
    Integer value = store.delete(key(due, ticketId));
    openClocks -= value == null ? 0 : open(value);
    Held was = heldOf.remove(ticketId);
    if (was != null) {
      held.remove(was);
    }
  }

  /** Whether a breach is held that may be said now. */
  boolean anythingHeldBefore(SpokenUpTo spoken) {
    return !held.isEmpty() && spoken.reaches(held.firstKey().deadline());
  }

  /** The tickets whose held breaches may be said now, at most {@code limit} of them. */
  List<String> heldBefore(SpokenUpTo spoken, int limit) {
    return held.entrySet().stream()
        .takeWhile(entry -> spoken.reaches(entry.getKey().deadline()))
        .limit(limit)
        .map(Map.Entry::getValue)
        .toList();
  }

  int held() {
    return held.size();
  }

  private void hold(String ticketId, Instant deadline) {
    Held now = new Held(deadline, ticketId);
    heldOf.put(ticketId, now);
    held.put(now, ticketId);
  }

  /** The tickets due at {@code now}, the longest due first, at most {@code limit} of them. */
  List<String> dueAt(long now, int limit) {
    List<String> due = new ArrayList<>();
    next = TicketRecord.NEVER;
    try (KeyValueIterator<Bytes, Integer> entries =
        store.range(prefix(0), prefix(TicketRecord.NEVER))) {
      while (entries.hasNext()) {
        Bytes key = entries.next().key;
        if (instant(key) > now || due.size() == limit) {
          next = instant(key);
          break;
        }
        due.add(ticketId(key));
      }
    }
    return due;
  }

  /** A tick left some of what was due. */
  void lookAgainAt(long instant) {
    next = Math.min(next, instant);
  }

  private static int open(int value) {
    return value / 2;
  }

  private static boolean isHeld(int value) {
    return value % 2 == 1;
  }

  private static Bytes key(long due, String ticketId) {
    byte[] id = ticketId.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + id.length).putLong(due).put(id).array());
  }

  private static Bytes prefix(long instant) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(instant).array());
  }

  private static long instant(Bytes key) {
    return ByteBuffer.wrap(key.get()).getLong();
  }

  private static String ticketId(Bytes key) {
    return new String(key.get(), Long.BYTES, key.get().length - Long.BYTES, StandardCharsets.UTF_8);
  }

  private record Held(Instant deadline, String ticketId) implements Comparable<Held> {

    @Override
    public int compareTo(Held other) {
      int byDeadline = deadline.compareTo(other.deadline);
      return byDeadline == 0 ? ticketId.compareTo(other.ticketId) : byDeadline;
    }
  }
}
