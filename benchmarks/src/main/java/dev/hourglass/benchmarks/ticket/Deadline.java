package dev.hourglass.benchmarks.ticket;

import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import java.util.UUID;

/** Which clock it is whose deadline falls. */
public record Deadline(UUID ticketId, Metric metric, int cycle) {

  /** Of the first reply of a ticket. */
  public static Deadline firstReply(UUID ticketId) {
    return new Deadline(ticketId, Metric.FIRST_REPLY, 1);
  }

  /** The one that a breach is about. */
  public static Deadline of(SlaBreached breach) {
    return new Deadline(breach.ticketId(), breach.metric(), breach.cycle());
  }
}
