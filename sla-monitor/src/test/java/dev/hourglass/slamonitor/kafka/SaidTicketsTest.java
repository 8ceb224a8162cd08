package dev.hourglass.slamonitor.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was said in one turn stands in one entry until all of it has been looked at. */
class SaidTicketsTest extends DrivenKeeper {

  private static final long DUE = START.toEpochMilli();
  private static final DueTicket FIRST = ticket("first", 0);
  private static final DueTicket SECOND = ticket("second", 3);

  private KeyValueStore<Bytes, byte[]> store;

  @BeforeEach
  void createStore() {
    start();
    store = context.getStateStore(SlaTopology.DUE);
  }

  @Test
  @DisplayName("R13: after a restart in between, only who was not looked at yet counts as said")
  void knowsWhoIsLeftAfterARestart() {
    SaidTickets said = new SaidTickets(store);
    said.add(FIRST);
    said.add(SECOND);
    assertThat(said.note()).isTrue();
    said.remove(FIRST.ticketId());
    assertThat(batches()).hasSize(1);

    SaidTickets restarted = recalled(ticket("first", 1), SECOND, ticket("third", 0));

    assertThat(restarted.some(10)).containsExactly("second");
    assertThat(restarted.get("second")).isEqualTo(SECOND);
    restarted.remove("second");
    assertThat(restarted.isEmpty()).isTrue();
    assertThat(batches()).isEmpty();
  }

  @Test
  @DisplayName("R13: a look that finds the ticket due at the same instant is not taken for said")
  void theSameInstantIsAnotherEntry() {
    SaidTickets said = new SaidTickets(store);
    said.add(FIRST);
    said.note();

    SaidTickets restarted = recalled(ticket("first", 1));

    assertThat(restarted.isEmpty()).isTrue();
    assertThat(batches()).isEmpty();
  }

  @Test
  @DisplayName("turns after a restart do not write over what turns before it noted")
  void aRestartGoesOnCounting() {
    SaidTickets said = new SaidTickets(store);
    said.add(FIRST);
    said.note();

    SaidTickets restarted = recalled(FIRST);
    restarted.add(SECOND);
    restarted.note();

    assertThat(batches()).hasSize(2);
    assertThat(recalled(FIRST, SECOND).some(10)).containsExactly("first", "second");
  }

  @Test
  @DisplayName("a turn in which nothing was said notes nothing")
  void silenceIsNotNoted() {
    assertThat(new SaidTickets(store).note()).isFalse();
    assertThat(batches()).isEmpty();
  }

  @Test
  @DisplayName("an entry that the version before marked as said is one of them")
  void readsTheMarkOfTheVersionBefore() {
    byte[] value = ByteBuffer.allocate(13).put((byte) 2).putInt(1).putLong(1).array();

    SaidTickets restarted = recalled(new DueTicket(DUE, "marked", value));

    assertThat(restarted.some(10)).containsExactly("marked");
    restarted.remove("marked");
    assertThat(restarted.isEmpty()).isTrue();
  }

  private static DueTicket ticket(String id, long breaches) {
    return DueTicket.of(DUE, id, false, 1, breaches, List.of());
  }

  private SaidTickets recalled(DueTicket... tickets) {
    SaidTickets restarted = new SaidTickets(store);
    SaidTickets.Recollection recollection = restarted.recollection();
    batches().forEach(batch -> recollection.batch(batch.key.get(), batch.value));
    for (DueTicket ticket : tickets) {
      recollection.ticket(ticket);
    }
    recollection.end();
    return restarted;
  }

  private List<KeyValue<Bytes, byte[]>> batches() {
    List<KeyValue<Bytes, byte[]>> batches = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      all.forEachRemaining(batches::add);
    }
    return batches;
  }
}
