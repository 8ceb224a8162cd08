package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.MissedDeadline;
import dev.hourglass.clocks.alert.PreparedBreach;
import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * When to look at which ticket. Every ticket that has been looked at has one entry, at the end of
 * time if nothing is due for it; a ticket with facts that nobody has looked at has another at the
 * beginning of time. What a look needs at once stands in memory as well: the tickets with new
 * facts, those whose breaches are held, and those whose prepared breaches have been said.
 */
final class DueIndex {

  private static final long TOUCHED = 0;

  private final KeyValueStore<Bytes, byte[]> store;
  private final HeldBreaches held = new HeldBreaches();
  private final Set<String> touched = new LinkedHashSet<>();
  private final SaidTickets said;
  private long next = TicketRecord.NEVER;
  private long openClocks;

  DueIndex(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    said = new SaidTickets(store);
    SaidTickets.Recollection saidBefore = said.recollection();
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> entry = all.next();
        if (DueTicket.due(entry.key) == SaidBatch.WHEN) {
          saidBefore.batch(entry.key.get(), entry.value);
        } else {
          recall(DueTicket.read(entry.key, entry.value), saidBefore);
        }
      }
    }
    saidBefore.end();
  }

  private void recall(DueTicket entry, SaidTickets.Recollection saidBefore) {
    if (entry.due() == TOUCHED) {
      touched.add(entry.ticketId());
      return;
    }
    openClocks += entry.openClocks();
    if (!saidBefore.ticket(entry)) {
      next = Math.min(next, entry.due());
    }
    if (entry.held()) {
      held.holdUnknown(entry.ticketId());
    }
  }

  /** Whether there is something to look at by {@code now}; costs nothing. */
  boolean anythingDueAt(long now) {
    return next <= now || !touched.isEmpty() || !said.isEmpty();
  }

  long openClocks() {
    return openClocks;
  }

  HeldBreaches held() {
    return held;
  }

  /** A fact of the ticket was heard: what was prepared for it counts no more. */
  void touch(String ticketId) {
    if (touched.add(ticketId)) {
      DueTicket entry = DueTicket.of(TOUCHED, ticketId, false, 0, 0, List.of());
      store.put(entry.key(), entry.value());
    }
  }

  boolean isTouched(String ticketId) {
    return touched.contains(ticketId);
  }

  /** How many tickets have facts that nobody has looked at. */
  int touched() {
    return touched.size();
  }

  /** The tickets with facts that nobody has looked at, at most {@code limit} of them. */
  List<String> touched(int limit) {
    return touched.stream().limit(limit).toList();
  }

  /** The tickets whose prepared breaches have been said, at most {@code limit} of them. */
  List<String> said(int limit) {
    return said.some(limit);
  }

  /** What has been said of the ticket since it was looked at. */
  List<PreparedBreach> saidOf(String ticketId) {
    DueTicket entry = said.get(ticketId);
    return entry == null ? List.of() : entry.prepared();
  }

  /**
   * Goes over the tickets due at {@code now}, the longest due first, until {@code visitor} has
   * enough.
   *
   * @param visitor says whether to go on
   */
  void forEachDue(long now, Predicate<DueTicket> visitor) {
    if (next > now) {
      return;
    }
    long left = TicketRecord.NEVER;
    // From the first that can be due: before it lie the remains of all that ever was.
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.range(DueTicket.from(next), DueTicket.from(TicketRecord.NEVER))) {
      boolean on = true;
      while (on && entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        DueTicket ticket = DueTicket.read(entry.key, entry.value);
        if (!said.contains(ticket.ticketId())) {
          on = ticket.due() <= now && visitor.test(ticket);
          if (!on || !said.contains(ticket.ticketId())) {
            left = Math.min(left, ticket.due());
          }
        }
      }
    }
    next = left;
  }

  /**
   * The prepared breaches of the ticket are said; what else changed, a look will find. {@link
   * #noteSaid} has to follow in this turn.
   */
  void say(DueTicket ticket) {
    said.add(ticket);
  }

  /** Keeps which tickets were said in this turn; false if none was. */
  boolean noteSaid() {
    return said.note();
  }

  /**
   * A ticket was looked at.
   *
   * @param before missing if it was its first look
   * @param after missing if it is forgotten
   * @param missed the deadlines whose breaches are held
   */
  void looked(
      String ticketId,
      @Nullable TicketRecord before,
      @Nullable TicketRecord after,
      List<MissedDeadline> missed,
      List<PreparedBreach> prepared) {
    if (touched.remove(ticketId)) {
      store.put(DueTicket.key(TOUCHED, ticketId), null);
    }
    said.remove(ticketId);
    held.release(ticketId);
    if (before != null) {
      openClocks -= before.openClocks();
      if (after == null || after.due() != before.due()) {
        store.put(DueTicket.key(before.due(), ticketId), null);
      }
    }
    if (after != null) {
      put(ticketId, after, missed, prepared);
    }
  }

  private void put(
      String ticketId,
      TicketRecord record,
      List<MissedDeadline> missed,
      List<PreparedBreach> prepared) {
    DueTicket entry =
        DueTicket.of(
            record.due(),
            ticketId,
            !missed.isEmpty(),
            record.openClocks(),
            record.breaches(),
            prepared);
    store.put(entry.key(), entry.value());
    next = Math.min(next, record.due());
    openClocks += record.openClocks();
    held.hold(ticketId, missed);
  }
}
