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
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
 * <p>A look costs a hundred times what saying a breach does. So each look prepares what there will
 * be to say next, and at the deadline that is said at once, and looked at when there is time.
 */
final class ClockKeeper implements Processor<String, ShelvedFact, Object, Object> {

  private static final Duration ABOUT_TO_BE_HEARD = Duration.ofMillis(500);
  private static final Duration HELD_WITHOUT_A_LOOK = Duration.ofSeconds(2);

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
    if (!facts.put(record.key(), record.value())) {
      metrics.ignored();
      return;
    }
    if (record.value().fact().fromTheFuture()) {
      metrics.doubted();
    }
    due.touch(record.key());
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
    turns.isBehind(
        partition, heardUpTo.isEmpty() || due.anythingDueAt(heardUpTo.get().toEpochMilli()));
  }

  private void look(Instant heardUpTo, SpokenUpTo spoken) {
    lookedUpTo = heardUpTo;
    long stopAt = System.nanoTime() + turns.nanos();
    List<String> saidBefore = due.said(ticking.mostPerTick());
    Set<String> wanted = new LinkedHashSet<>(unresolved.some());
    wanted.addAll(due.held().reachedBy(spoken, ticking.mostPerTick()));
    Instant worthALook = worthALook(heardUpTo, spoken);
    due.forEachDue(
        heardUpTo.toEpochMilli(),
        ticket -> {
          if (ticket.isPrepared() && !due.isTouched(ticket.ticketId())) {
            if (!sayPrepared(ticket, spoken) && isOld(ticket, heardUpTo)) {
              wanted.add(ticket.ticketId());
            }
          } else if (ticket.due() <= worthALook.toEpochMilli()) {
            wanted.add(ticket.ticketId());
          }
          return wanted.size() < ticking.mostPerTick() && System.nanoTime() < stopAt;
        });
    wanted.addAll(saidBefore);
    wanted.addAll(due.touched(ticking.mostPerTick()));
    for (String ticketId : wanted) {
      look(ticketId, heardUpTo, spoken);
      if (System.nanoTime() > stopAt) {
        break;
      }
    }
    tell();
  }

  /**
   * Up to when to look for what is due. A deadline is rather looked at once, when the speakers have
   * been heard, than twice, if they are about to be.
   */
  private static Instant worthALook(Instant heardUpTo, SpokenUpTo spoken) {
    Instant notWorthWaiting = heardUpTo.minus(ABOUT_TO_BE_HEARD);
    return Stream.of(spoken.ofDeliveries(), spoken.ofAllElse())
        .filter(upTo -> upTo.isAfter(notWorthWaiting) && upTo.isBefore(heardUpTo))
        .findFirst()
        .orElse(heardUpTo);
  }

  /** What is prepared but waits for a speaker stays as it is for a while: it needs no look. */
  private static boolean isOld(DueTicket ticket, Instant heardUpTo) {
    return ticket.due() < heardUpTo.minus(HELD_WITHOUT_A_LOOK).toEpochMilli();
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
