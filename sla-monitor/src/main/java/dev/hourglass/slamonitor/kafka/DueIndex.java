package dev.hourglass.slamonitor.kafka;

import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When to look at which ticket, in order of time: keys are an instant as eight bytes, big end
 * first, and the ticket's id; values are the number of its open clocks. Every ticket of the store
 * has exactly one entry; one that nothing is due for has it at the end of time.
 */
final class DueIndex {

  private final KeyValueStore<Bytes, Integer> store;
  private long next = TicketRecord.NEVER;
  private long openClocks;

  DueIndex(KeyValueStore<Bytes, Integer> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, Integer> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, Integer> entry = all.next();
        next = Math.min(next, instant(entry.key));
        openClocks += entry.value;
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

  void put(long due, String ticketId, int open) {
    store.put(key(due, ticketId), open);
    next = Math.min(next, due);
    openClocks += open;
  }

  void remove(long due, String ticketId) {
    Integer open = store.delete(key(due, ticketId));
    openClocks -= open == null ? 0 : open;
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
}
