package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.MissedDeadline;
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
 * first, and the ticket's id; values are the number of its open clocks, twice, and one more if a
 * breach of it is held. Every ticket of the store has exactly one entry; one that nothing is due
 * for has it at the end of time. The held tickets stand in memory as well.
 */
final class DueIndex {

  private final KeyValueStore<Bytes, Integer> store;
  private final HeldBreaches held = new HeldBreaches();
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
          held.holdUnknown(ticketId(entry.key));
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

  /** Notes when to look at a ticket, and the missed deadlines whose breaches are held. */
  void put(long due, String ticketId, int open, List<MissedDeadline> missed) {
    store.put(key(due, ticketId), 2 * open + (missed.isEmpty() ? 0 : 1));
    next = Math.min(next, due);
    openClocks += open;
    held.hold(ticketId, missed);
  }

  void remove(long due, String ticketId) {
    Integer value = store.delete(key(due, ticketId));
    openClocks -= value == null ? 0 : open(value);
    held.release(ticketId);
  }

  HeldBreaches held() {
    return held;
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
}
