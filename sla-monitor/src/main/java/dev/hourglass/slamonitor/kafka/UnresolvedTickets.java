package dev.hourglass.slamonitor.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The tickets that cannot be counted yet, such as those whose calendar is not known, and why. */
final class UnresolvedTickets {

  private static final Logger LOG = Logger.getLogger(UnresolvedTickets.class);
  private static final int AT_A_TIME = 200;

  private final KeyValueStore<String, String> store;
  private long count;
  private String triedUpTo;

  UnresolvedTickets(KeyValueStore<String, String> store) {
    this.store = store;
    try (KeyValueIterator<String, String> entries = store.all()) {
      while (entries.hasNext()) {
        entries.next();
        count++;
      }
    }
  }

  long count() {
    return count;
  }

  /** Notes why a ticket cannot be counted, or that it can. */
  void note(String ticketId, @Nullable String why) {
    boolean known = count > 0 && store.get(ticketId) != null;
    if (why != null && !known) {
      store.put(ticketId, why);
      count++;
      MDC.put("ticketId", ticketId);
      LOG.warnf("A ticket cannot be counted yet and is tried again every tick: %s", why);
      MDC.clear();
    } else if (why == null && known) {
      store.delete(ticketId);
      count--;
    }
  }

  /** Some of them, beginning where the last asking ended. */
  List<String> some() {
    List<String> ids = new ArrayList<>();
    if (count > 0) {
      try (KeyValueIterator<String, String> entries = store.range(triedUpTo, null)) {
        triedUpTo = null;
        while (entries.hasNext()) {
          String id = entries.next().key;
          if (ids.size() == AT_A_TIME) {
            triedUpTo = id;
            break;
          }
          ids.add(id);
        }
      }
    }
    return ids;
  }
}
