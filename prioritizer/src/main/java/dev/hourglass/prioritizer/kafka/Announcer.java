package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.outbox.Outbox;
import dev.hourglass.policy.promise.PlanChange;
import dev.hourglass.prioritizer.PromiseCount;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.prioritizer.ticket.PlanChanges;
import dev.hourglass.prioritizer.ticket.Prioritizer;
import dev.hourglass.prioritizer.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was heard, decided and is to be said: one transaction. */
@ApplicationScoped
public class Announcer {

  /** So many tickets are locked at once at most. */
  private static final int BATCH = 100;

  private final Prioritizer prioritizer;
  private final Tickets tickets;
  private final PlanChanges changes;
  private final Editions editions;
  private final Outbox outbox;
  private final Clock clock;
  private final PromiseCount count;

  @Inject
  public Announcer(
      Prioritizer prioritizer,
      Tickets tickets,
      PlanChanges changes,
      Editions editions,
      Outbox outbox,
      Clock clock,
      PromiseCount count) {
    this.prioritizer = prioritizer;
    this.tickets = tickets;
    this.changes = changes;
    this.editions = editions;
    this.outbox = outbox;
    this.clock = clock;
    this.count = count;
  }

  /** Hears contents of different tickets. */
  void hear(List<Event<TicketSaid>> events) {
    count.said(
        QuarkusTransaction.requiringNew()
            .call(() -> say(prioritizer.hear(events, outbox.now(clock)))));
  }

  void hearAgent(Event<TicketReprioritized> event) {
    count.said(
        QuarkusTransaction.requiringNew()
            .call(() -> say(prioritizer.hearAgent(event, outbox.now(clock)))));
  }

  /** Looks at the next open tickets of an account whose plan changed; false if there are none. */
  public boolean hearPlans() {
    Optional<List<Event<TicketPrioritized>>> batch =
        QuarkusTransaction.requiringNew().call(() -> changes.next(BATCH).map(this::sayAnew));
    batch.ifPresent(count::said);
    return batch.isPresent();
  }

  private List<Event<TicketPrioritized>> sayAnew(PlanChanges.Batch batch) {
    Instant now = outbox.now(clock);
    List<Event<TicketPrioritized>> promised =
        batch.tickets().stream()
            .filter(ticket -> repromises(ticket.edition()))
            .flatMap(
                ticket -> prioritizer.hearPlan(ticket.ticketId(), batch.version(), now).stream())
            .toList();
    changes.done(batch);
    return say(promised);
  }

  private boolean repromises(String edition) {
    return editions.edition(edition).onPlanChange() == PlanChange.REPROMISE;
  }

  void solve(UUID ticketId, boolean solved) {
    QuarkusTransaction.requiringNew().run(() -> tickets.solve(ticketId, solved, clock.instant()));
  }

  void close(UUID ticketId) {
    QuarkusTransaction.requiringNew().run(() -> tickets.close(ticketId, clock.instant()));
  }

  private List<Event<TicketPrioritized>> say(List<Event<TicketPrioritized>> promises) {
    outbox.append(Topics.TIMINGS, promises);
    return promises;
  }
}
