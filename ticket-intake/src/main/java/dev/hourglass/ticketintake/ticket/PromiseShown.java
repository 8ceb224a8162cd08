package dev.hourglass.ticketintake.ticket;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.timing.TicketPrioritized;
import java.util.List;

/** The part of the latest promise that a ticket shows. */
public record PromiseShown(
    Priority priority, List<Reason> reasons, String edition, List<Target> targets) {

  public PromiseShown {
    reasons = List.copyOf(reasons);
    targets = List.copyOf(targets);
  }

  /** What a ticket shows of what the prioritizer said. */
  public static PromiseShown of(TicketPrioritized said) {
    return new PromiseShown(
        said.priority(), said.reasons(), said.promise().edition(), said.promise().targets());
  }
}
