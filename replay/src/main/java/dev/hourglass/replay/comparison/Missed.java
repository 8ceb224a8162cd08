package dev.hourglass.replay.comparison;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.timing.TicketReceived;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A breach: one clock of one ticket was not stopped in time.
 *
 * @param reference how people call the ticket
 * @param metric missing where a foreign log only says that something of the ticket was missed
 * @param priority that of the latest promise
 * @param account missing where the ticket has none
 * @param deadline the deadline that was missed (UTC)
 */
public record Missed(
    UUID ticketId,
    String reference,
    @Nullable Metric metric,
    int cycle,
    Priority priority,
    Plan plan,
    @Nullable String account,
    Instant deadline) {

  /** By deadline; then by what makes it the only one. */
  static final Comparator<Missed> IN_ORDER =
      Comparator.comparing(Missed::deadline)
          .thenComparing(Missed::reference)
          .thenComparing(Missed::ticketId)
          .thenComparing(Missed::metric, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(Missed::cycle);

  /** Which clock it was: the same clock under another edition has the same key. */
  record Key(UUID ticketId, @Nullable Metric metric, int cycle) {}

  public Missed {
    required(ticketId, "ticketId");
    required(reference, "reference");
    required(priority, "priority");
    required(plan, "plan");
    required(deadline, "deadline");
  }

  /** The breaches of a ticket; none before it was received and promised something. */
  public static List<Missed> of(TicketClocks clocks) {
    TicketHistory history = clocks.history();
    if (history.received().isEmpty() || history.latestPromise().isEmpty()) {
      return List.of();
    }
    TicketReceived ticket = history.received().get();
    Basis basis = history.latestPromise().get().fact().basis();
    return clocks.clocks().stream()
        .flatMap(
            clock ->
                clock.missed().stream()
                    .map(
                        deadline ->
                            new Missed(
                                ticket.ticketId(),
                                ticket.reference(),
                                clock.metric(),
                                clock.cycle(),
                                basis.priority(),
                                basis.plan(),
                                ticket.account(),
                                deadline)))
        .toList();
  }

  /** The same said of the ticket as a whole. */
  public Missed ofTicket() {
    return new Missed(ticketId, reference, null, 0, priority, plan, account, deadline);
  }

  Key key() {
    return new Key(ticketId, metric, cycle);
  }
}
