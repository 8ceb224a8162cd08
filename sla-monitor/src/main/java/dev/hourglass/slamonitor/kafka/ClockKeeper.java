package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.PreparedBreach;
import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.slamonitor.gate.Gate;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import dev.hourglass.slamonitor.ticket.Step;
import dev.hourglass.slamonitor.ticket.TicketKeeper;
import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the clocks of one partition. A fact is only noted; a tick of the wall clock looks at the
 * tickets with new facts and at those that are due. So there is one place that speaks, it speaks
 * only while the gate is open, and a backlog is read before anything is said about it.
 *
 * <p>A look costs many times what saying a breach does. So each look prepares what there will be to
 * say next, and at the deadline that is said at once, and looked at when there is time.
 */
final class ClockKeeper implements Processor<String, ShelvedFact, Object, Object> {

  private static final int UNKNOWN = -1;

  /** More than a turn is long enough for. */
  private static final int MOST_OF_THE_REST = 1_000;

  private final Ticking ticking;
  private final Turns turns;
  private final Gate gate;
  private final MonitorMetrics metrics;
  private ProcessorContext<Object, Object> context;
  private KeyValueStore<String, TicketRecord> tickets;
  private FactShelf facts;
  private UnresolvedTickets unresolved;
  private DueIndex due;
  private TicketKeeper keeper;
  private Announcer announcer;
  private int partition;
  private Instant lookedUpTo = Instant.MIN;
  private int backlog = UNKNOWN;
  private long stopAt;

  ClockKeeper(Ticking ticking, Turns turns, Gate gate, MonitorMetrics metrics) {
    this.ticking = ticking;
    this.turns = turns;
    this.gate = gate;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<Object, Object> newContext) {
    context = newContext;
    partition = context.taskId().partition();
    tickets = context.getStateStore(SlaTopology.TICKETS);
    facts = new FactShelf(context.getStateStore(SlaTopology.FACTS));
    unresolved = new UnresolvedTickets(context.getStateStore(SlaTopology.UNRESOLVED));
    KeyValueStore<Bytes, byte[]> dueStore = context.getStateStore(SlaTopology.DUE);
    due = new DueIndex(dueStore);
    keeper =
        new TicketKeeper(
            new EditionCalendars(context.getStateStore(SlaTopology.EDITIONS)), ticking.retention());
    announcer = new Announcer(context, metrics);
    context.schedule(ticking.tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
    turns.joined(partition);
    tell();
  }

  @Override
  public void process(Record<String, ShelvedFact> record) {
    if (!facts.put(record.key(), record.value(), () -> isNew(record.key()))) {
      metrics.ignored();
      return;
    }
    if (record.value().fact().fromTheFuture()) {
      metrics.doubted();
    }
    due.touch(record.key());
  }

  /** Whoever has facts was looked at or is to be. */
  private boolean isNew(String ticketId) {
    return !due.isTouched(ticketId) && tickets.get(ticketId) == null;
  }

  @Override
  public void close() {
    turns.left(partition);
    metrics.forget(partition);
  }

  private void tick(long now) {
    Instant at = Instant.ofEpochMilli(now);
    SpokenUpTo spoken = gate.spokenUpTo(partition, at);
    if (!due.anythingDueAt(now) && !due.held().anyReachedBy(spoken) && unresolved.count() == 0) {
      turns.isBehind(partition, false);
      return;
    }
    Optional<Instant> heardUpTo = gate.heardUpTo(partition, at);
    heardUpTo.filter(upTo -> !upTo.isBefore(lookedUpTo)).ifPresent(upTo -> look(upTo, spoken));
    turns.isBehind(partition, heardUpTo.isEmpty() || heardUpTo.get().isBefore(at) || isTimeUp());
  }

  private void look(Instant heardUpTo, SpokenUpTo spoken) {
    lookedUpTo = heardUpTo;
    stopAt = System.nanoTime() + turns.nanos();
    if (backlogIsRead(heardUpTo)) {
      List<String> saidBefore = due.said(MOST_OF_THE_REST);
      Set<String> wanted = new LinkedHashSet<>();
      sayDue(heardUpTo, spoken, wanted);
      sayHeld(heardUpTo, spoken);
      lookAtEach(wanted, ticketId -> look(ticketId, heardUpTo, spoken));
      lookAtTheRest(saidBefore, heardUpTo, spoken);
    }
    announcer.sayAlerts();
    tell();
  }

  /** At what changes the board and the next deadlines, but falls due no more or not yet. */
  private void lookAtTheRest(List<String> said, Instant heardUpTo, SpokenUpTo spoken) {
    long now = System.nanoTime();
    stopAt = now + Math.min(stopAt - now, turns.nanosForTheRest());
    lookAtEach(
        inTurn(List.of(due.touched(MOST_OF_THE_REST), said, unresolved.some())),
        ticketId -> look(ticketId, heardUpTo, spoken));
  }

  /** The first of each, the second of each: none waits until another list is empty. */
  private static Set<String> inTurn(List<List<String>> lists) {
    Set<String> all = new LinkedHashSet<>();
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<String> list : lists) {
        if (i < list.size()) {
          all.add(list.get(i));
        }
      }
    }
    return all;
  }

  /**
   * What was heard while nobody kept time is looked at before anything is said, so that the
   * breaches found in it are said in the order of their deadlines (R13).
   */
  private boolean backlogIsRead(Instant heardUpTo) {
    if (backlog == UNKNOWN) {
      backlog = due.touched();
    }
    if (backlog > 0) {
      lookAtEach(
          due.touched(Math.min(backlog, ticking.mostPerTick())),
          ticketId -> {
            look(ticketId, heardUpTo, SpokenUpTo.nothing());
            backlog--;
          });
    }
    return backlog == 0;
  }

  /** Each held breach in its turn: a look at its ticket says those up to it, and no later one. */
  private void sayHeld(Instant heardUpTo, SpokenUpTo spoken) {
    lookAtEach(
        due.held().reachedBy(spoken, ticking.mostPerTick()),
        held -> look(held.ticketId(), heardUpTo, spoken.upTo(held.missed().deadline())));
  }

  /**
   * Says what is prepared.
   *
   * @param wanted gets the tickets that need a look
   */
  private void sayDue(Instant heardUpTo, SpokenUpTo spoken, Set<String> wanted) {
    Reach reach = Reach.of(heardUpTo, spoken);
    due.forEachDue(
        heardUpTo.toEpochMilli(),
        ticket -> {
          if (reach.endsBefore(ticket)) {
            return false;
          }
          if (ticket.isPrepared() && !due.isTouched(ticket.ticketId())) {
            if (!sayPrepared(ticket, spoken) && reach.isOld(ticket)) {
              wanted.add(ticket.ticketId());
            }
          } else if (reach.isWorthALook(ticket)) {
            wanted.add(ticket.ticketId());
          }
          return wanted.size() < ticking.mostPerTick() && !isTimeUp();
        });
    if (due.noteSaid()) {
      turns.spoke();
    }
  }

  private boolean isTimeUp() {
    return System.nanoTime() - stopAt > 0;
  }

  /** At least at one of them, else none would ever be looked at. */
  private <T> void lookAtEach(Collection<T> wanted, Consumer<T> look) {
    for (T each : wanted) {
      look.accept(each);
      if (isTimeUp()) {
        break;
      }
    }
  }

  /** Says what is prepared for a ticket that is due; false if that must wait for a speaker. */
  private boolean sayPrepared(DueTicket ticket, SpokenUpTo spoken) {
    List<PreparedBreach> prepared = ticket.prepared();
    if (!prepared.stream().allMatch(breach -> spoken.reaches(breach.missed()))) {
      return false;
    }
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    long sequence = ticket.breaches();
    for (PreparedBreach breach : prepared) {
      announcer.say(
          Event.withId(
              breach.id(), Topics.SLA_MONITOR, now, ++sequence, breach.detectedAt(now, spoken)));
    }
    due.say(ticket);
    return true;
  }

  private void look(String ticketId, Instant heardUpTo, SpokenUpTo spoken) {
    TicketRecord before = tickets.get(ticketId);
    if (before == null && !due.isTouched(ticketId)) {
      return;
    }
    TicketRecord known = before == null ? TicketRecord.empty() : before;
    Step step =
        keeper.look(
            UUID.fromString(ticketId),
            known.andSaid(due.saidOf(ticketId)),
            facts.of(ticketId),
            heardUpTo,
            spoken,
            Instant.ofEpochMilli(context.currentSystemTimeMs()));
    keep(ticketId, before, step);
    unresolved.note(ticketId, step.unresolved());
    step.events().forEach(announcer::say);
    if (step.tombstone()) {
      announcer.erase(ticketId);
    }
    for (HeardFact orphan : step.orphans()) {
      announcer.bury(ticketId, orphan, "the ticket was never received");
    }
    if (step.forgetsFacts()) {
      facts.remove(ticketId);
    }
  }

  private void keep(String ticketId, TicketRecord before, Step step) {
    TicketRecord after = step.record();
    if (after == null) {
      tickets.delete(ticketId);
    } else if (!after.equals(before)) {
      tickets.put(ticketId, after);
    }
    due.looked(ticketId, before, after, step.held(), step.prepared());
  }

  private void tell() {
    metrics.holds(partition, due.openClocks(), unresolved.count(), due.held().tickets());
  }
}
