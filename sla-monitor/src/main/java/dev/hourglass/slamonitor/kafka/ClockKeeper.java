package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.MissedDeadline;
import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.slamonitor.gate.Gate;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import dev.hourglass.slamonitor.ticket.Step;
import dev.hourglass.slamonitor.ticket.TicketKeeper;
import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Keeps the clocks of one partition. A fact is only noted and its ticket becomes due at once; a
 * tick of the wall clock looks at what is due. So there is one place that speaks, it speaks only
 * while the gate is open, and a backlog is read before anything is said about it.
 */
final class ClockKeeper implements Processor<String, HeardFact, Object, Object> {

  private static final Logger LOG = Logger.getLogger(ClockKeeper.class);
  private static final int UNRESOLVED_PER_TICK = 200;
  private static final Duration ABOUT_TO_BE_HEARD = Duration.ofMillis(500);

  private final Ticking ticking;
  private final Gate gate;
  private final MonitorMetrics metrics;
  private ProcessorContext<Object, Object> context;
  private KeyValueStore<String, TicketRecord> tickets;
  private FactShelf facts;
  private KeyValueStore<String, String> unresolved;
  private DueIndex due;
  private TicketKeeper keeper;
  private int partition;
  private long unresolvedCount;
  private String triedUpTo;
  private Instant lookedUpTo = Instant.MIN;

  ClockKeeper(Ticking ticking, Gate gate, MonitorMetrics metrics) {
    this.ticking = ticking;
    this.gate = gate;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<Object, Object> newContext) {
    context = newContext;
    partition = context.taskId().partition();
    tickets = context.getStateStore(SlaTopology.TICKETS);
    facts = new FactShelf(context.getStateStore(SlaTopology.FACTS));
    unresolved = context.getStateStore(SlaTopology.UNRESOLVED);
    KeyValueStore<Bytes, Integer> dueStore = context.getStateStore(SlaTopology.DUE);
    due = new DueIndex(dueStore);
    unresolvedCount = count(unresolved);
    keeper =
        new TicketKeeper(
            new EditionCalendars(context.getStateStore(SlaTopology.EDITIONS)), ticking.retention());
    context.schedule(ticking.tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
    tell();
  }

  @Override
  public void process(Record<String, HeardFact> record) {
    String ticketId = record.key();
    TicketRecord known = tickets.get(ticketId);
    TicketRecord before = known == null ? TicketRecord.empty() : known;
    HeardFact heard = record.value();
    if (before.shrunk() || !facts.put(ticketId, heard)) {
      metrics.ignored();
      return;
    }
    if (heard.fromTheFuture()) {
      metrics.doubted();
    }
    // The look that is due at once finds out anew what is held.
    replace(ticketId, known, before.dueAt(record.timestamp()), List.of());
  }

  @Override
  public void close() {
    metrics.forget(partition);
  }

  private void tick(long now) {
    Instant at = Instant.ofEpochMilli(now);
    SpokenUpTo spoken = gate.spokenUpTo(partition, at);
    if (!due.anythingDueAt(now) && !due.held().anyReachedBy(spoken) && unresolvedCount == 0) {
      return;
    }
    gate.heardUpTo(partition, at)
        .filter(heardUpTo -> !heardUpTo.isBefore(lookedUpTo))
        .ifPresent(heardUpTo -> look(heardUpTo, spoken, now));
  }

  private void look(Instant heardUpTo, SpokenUpTo spoken, long now) {
    lookedUpTo = heardUpTo;
    long stopAt = System.nanoTime() + ticking.longestTick().toNanos();
    unresolvedIds().forEach(ticketId -> look(ticketId, heardUpTo, spoken));
    List<String> wanted = new ArrayList<>(due.held().reachedBy(spoken, ticking.mostPerTick()));
    wanted.addAll(due.dueAt(lookFor(heardUpTo, spoken).toEpochMilli(), ticking.mostPerTick()));
    for (String ticketId : wanted) {
      if (System.nanoTime() > stopAt) {
        due.lookAgainAt(now);
        break;
      }
      look(ticketId, heardUpTo, spoken);
    }
    tell();
  }

  /**
   * Up to when to look for what is due. A deadline is rather looked at once, when the speakers have
   * been heard, than twice, if they are about to be.
   */
  private static Instant lookFor(Instant heardUpTo, SpokenUpTo spoken) {
    Instant notWorthWaiting = heardUpTo.minus(ABOUT_TO_BE_HEARD);
    return Stream.of(spoken.ofDeliveries(), spoken.ofAllElse())
        .filter(upTo -> upTo.isAfter(notWorthWaiting) && upTo.isBefore(heardUpTo))
        .findFirst()
        .orElse(heardUpTo);
  }

  private void look(String ticketId, Instant heardUpTo, SpokenUpTo spoken) {
    long now = context.currentSystemTimeMs();
    TicketRecord before = tickets.get(ticketId);
    if (before == null) {
      return;
    }
    Step step =
        keeper.look(
            UUID.fromString(ticketId),
            before,
            facts.of(ticketId),
            heardUpTo,
            spoken,
            Instant.ofEpochMilli(now));
    replace(ticketId, before, step.record(), step.held());
    noteUnresolved(ticketId, step.unresolved());
    step.events().forEach(event -> say(event, now));
    if (step.tombstone()) {
      context.forward(new Record<>(ticketId, null, now), SlaTopology.SAY_CLOCKS);
    }
    step.orphans().forEach(orphan -> bury(ticketId, orphan, now, "the ticket was never received"));
    if (step.forgetsFacts()) {
      facts.remove(ticketId);
    }
  }

  private void replace(
      String ticketId, TicketRecord before, TicketRecord after, List<MissedDeadline> held) {
    if (before != null) {
      due.remove(before.due(), ticketId);
    }
    if (after == null) {
      tickets.delete(ticketId);
    } else {
      if (!after.equals(before)) {
        tickets.put(ticketId, after);
      }
      due.put(after.due(), ticketId, after.openClocks(), held);
    }
  }

  private void noteUnresolved(String ticketId, String why) {
    boolean known = unresolvedCount > 0 && unresolved.get(ticketId) != null;
    if (why != null && !known) {
      unresolved.put(ticketId, why);
      unresolvedCount++;
      MDC.put("ticketId", ticketId);
      LOG.warnf("A ticket cannot be counted yet and is tried again every tick: %s", why);
      MDC.clear();
    } else if (why == null && known) {
      unresolved.delete(ticketId);
      unresolvedCount--;
    }
  }

  /** Some of the unresolved tickets, beginning where the last tick ended. */
  private List<String> unresolvedIds() {
    List<String> ids = new ArrayList<>();
    if (unresolvedCount > 0) {
      try (KeyValueIterator<String, String> entries = unresolved.range(triedUpTo, null)) {
        triedUpTo = null;
        while (entries.hasNext()) {
          String id = entries.next().key;
          if (ids.size() == UNRESOLVED_PER_TICK) {
            triedUpTo = id;
            break;
          }
          ids.add(id);
        }
      }
    }
    return ids;
  }

  private void tell() {
    metrics.holds(partition, due.openClocks(), unresolvedCount, due.held().tickets());
  }

  private static long count(KeyValueStore<String, String> store) {
    long count = 0;
    try (KeyValueIterator<String, String> entries = store.all()) {
      while (entries.hasNext()) {
        entries.next();
        count++;
      }
    }
    return count;
  }

  private void say(Event<?> event, long now) {
    Record<Object, Object> record = new Record<>(event.subject(), event, now, new RecordHeaders());
    record
        .headers()
        .add("content-type", EventJson.CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
    if (event.data() instanceof ClocksChanged) {
      context.forward(record, SlaTopology.SAY_CLOCKS);
    } else if (event.data() instanceof SlaAtRisk) {
      metrics.warned();
      context.forward(record, SlaTopology.SAY_WARNINGS);
    } else {
      if (event.data() instanceof SlaBreached breach) {
        metrics.breached(breach.latenessMillis());
      } else if (event.data() instanceof TicketEscalated) {
        metrics.escalated();
      } else {
        metrics.withdrawn();
      }
      context.forward(record, SlaTopology.SAY_BREACHES);
      // Not at the next interval: somebody waits for it.
      context.commit();
    }
  }

  private void bury(String ticketId, HeardFact fact, long now, String why) {
    metrics.deadLetter();
    MDC.put("ticketId", ticketId);
    MDC.put("eventId", fact.id());
    LOG.warnf("A fact goes to the dead letters: %s", why);
    MDC.clear();
    Event<?> event =
        Event.withId(fact.id(), fact.source(), fact.heardAt(), fact.sequence(), fact.fact());
    context.forward(
        new Record<Object, Object>(
                ticketId.getBytes(StandardCharsets.UTF_8), EventJson.write(event), now)
            .withHeaders(
                DeadLetters.headers(
                    new RecordHeaders(), Topics.TIMINGS.name(), partition, -1, why)),
        SlaTopology.FACT_DEAD_LETTERS);
  }
}
