package dev.hourglass.replay.incident;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.replay.history.EditionPromises;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells an incident in our facts. Rows that change neither state nor priority, such as
 * reassignments, move no clock.
 */
final class IncidentFacts {

  /**
   * What such a log can witness. It holds neither confirmations nor replies: every promise of one
   * would look broken.
   */
  static final Set<Metric> WITNESSED = Set.of(Metric.RESTORATION, Metric.RESOLUTION);

  private static final String SOURCE = "incident-log";

  private final Incident incident;
  private final EditionPromises edition;
  private final Customer customer;
  private final UUID ticketId;
  private final List<HeardFact> facts = new ArrayList<>();

  private @Nullable Priority priority;
  private @Nullable PauseReason waitsFor;
  private boolean solved;
  private int cycle = 1;

  private IncidentFacts(Incident incident, EditionPromises edition, Customer customer) {
    this.incident = incident;
    this.edition = edition;
    this.customer = customer;
    ticketId = incident.ticketId();
  }

  static List<HeardFact> of(Incident incident, EditionPromises edition, Customer customer) {
    return new IncidentFacts(incident, edition, customer).facts();
  }

  private List<HeardFact> facts() {
    IncidentRow first = incident.first();
    say(
        new TicketReceived(
            ticketId,
            first.openedAt(),
            incident.number(),
            null,
            first.channel(),
            Queue.TECHNICAL,
            true));
    prioritize(first.priority(), first.openedAt());
    int closedForGood = incident.closedForGood();
    for (int i = 0; i < incident.rows().size(); i++) {
      IncidentRow row = incident.rows().get(i);
      reprioritize(row);
      if (row.state().open()) {
        work(row);
      } else {
        solve(row.updatedAt());
        if (row.state() == IncidentState.CLOSED && i >= closedForGood) {
          say(new TicketClosed(ticketId, row.updatedAt()));
          break;
        }
      }
    }
    return facts;
  }

  private void reprioritize(IncidentRow row) {
    if (row.priority() != priority) {
      say(new TicketReprioritized(ticketId, row.updatedAt(), row.priority()));
      prioritize(row.priority(), row.updatedAt());
    }
  }

  private void prioritize(Priority next, Instant at) {
    priority = next;
    Basis basis = customer.basis(incident.first().channel(), next);
    say(
        new TicketPrioritized(
            ticketId,
            at,
            SOURCE,
            next,
            List.of(),
            null,
            false,
            new Entitlement(true, null, false, false, false, List.of(), List.of()),
            basis,
            edition.promise(basis)));
  }

  private void work(IncidentRow row) {
    Instant at = row.updatedAt();
    if (solved) {
      solved = false;
      say(new TicketReopened(ticketId, at, ++cycle));
    }
    PauseReason reason = row.state().waitsFor();
    if (reason != null && reason != waitsFor) {
      say(new TicketPaused(ticketId, at, reason));
    } else if (reason == null && waitsFor != null) {
      say(new TicketResumed(ticketId, at));
    }
    waitsFor = reason;
  }

  private void solve(Instant at) {
    if (!solved) {
      solved = true;
      waitsFor = null;
      say(new TicketSolved(ticketId, at, cycle));
    }
  }

  private void say(Fact fact) {
    int sequence = facts.size() + 1;
    String id = incident.number() + "/" + sequence;
    facts.add(new HeardFact(id, SOURCE, sequence, fact.occurredAt(), fact));
  }
}
