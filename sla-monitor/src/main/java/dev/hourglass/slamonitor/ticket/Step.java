package dev.hourglass.slamonitor.ticket;

import dev.hourglass.clocks.alert.MissedDeadline;
import dev.hourglass.clocks.alert.PreparedBreach;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a ticket led to.
 *
 * @param record what to keep from now on; missing if the ticket is to be forgotten
 * @param held the missed deadlines whose breaches wait for the speakers
 * @param prepared the breaches to say when the ticket is due, if they are all there will be to say
 * @param events what to say, in this order
 * @param unresolved why the ticket cannot be counted yet; it is looked at again every tick
 * @param tombstone whether its clocks leave the compacted topic
 * @param orphans facts of a ticket that was never received, for the dead letters
 */
public record Step(
    @Nullable TicketRecord record,
    List<MissedDeadline> held,
    List<PreparedBreach> prepared,
    List<Event<?>> events,
    @Nullable String unresolved,
    boolean tombstone,
    List<HeardFact> orphans) {

  /** Whether the facts of the ticket are needed no more. */
  public boolean forgetsFacts() {
    return record == null || record.shrunk();
  }

  static Step keep(TicketRecord record) {
    return new Step(record, List.of(), List.of(), List.of(), null, false, List.of());
  }

  static Step unresolved(TicketRecord record, String why) {
    return new Step(
        record.dueAt(TicketRecord.NEVER), List.of(), List.of(), List.of(), why, false, List.of());
  }

  static Step shrink(TicketRecord record) {
    return new Step(record, List.of(), List.of(), List.of(), null, true, List.of());
  }

  static Step forget(List<HeardFact> orphans) {
    return new Step(null, List.of(), List.of(), List.of(), null, false, orphans);
  }
}
