package dev.hourglass.e2etests;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketRestored;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A ticket of which everything is known beforehand: what will happen to it, and so which deadlines
 * it will miss. Its clocks run around the clock, so a deadline is a sum.
 */
final class PlannedTicket {

  static final String EDITION = "outages";
  static final String CALENDAR = "24x7";

  private final UUID id;
  private final Instant receivedAt;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private final Map<Metric, Instant> deadlines = new EnumMap<>(Metric.class);
  private final Map<Metric, Instant> stops = new EnumMap<>(Metric.class);

  PlannedTicket(UUID id, Instant receivedAt) {
    this.id = id;
    this.receivedAt = receivedAt;
    facts.add(
        new TicketReceived(id, receivedAt, "HG-" + id, "4711", Channel.WEB, Queue.TECHNICAL, true));
  }

  String id() {
    return id.toString();
  }

  /** Promises a metric, and has nothing happen that would keep the promise. */
  PlannedTicket promised(Metric metric, Duration within) {
    Set<PauseReason> pausedBy =
        metric == Metric.RESTORATION ? Set.of(PauseReason.WAITING_CUSTOMER) : Set.of();
    targets.add(new Target(metric, within, CALENDAR, pausedBy, List.of(), true));
    deadlines.put(metric, receivedAt.plus(within));
    return this;
  }

  /** Waits for the customer, before the restoration is due: that is put off by as much. */
  PlannedTicket paused(Instant from, Duration length) {
    facts.add(new TicketPaused(id, from, PauseReason.WAITING_CUSTOMER));
    facts.add(new TicketResumed(id, from.plus(length)));
    deadlines.computeIfPresent(Metric.RESTORATION, (metric, deadline) -> deadline.plus(length));
    return this;
  }

  /** What the metric asks for happens. */
  PlannedTicket stopped(Metric metric, Instant at) {
    stops.put(metric, at);
    facts.add(
        switch (metric) {
          case CONFIRMATION -> new ConfirmationDelivered(id, at, id);
          case FIRST_REPLY -> new TicketReplied(id, at, Author.AGENT, Visibility.PUBLIC);
          case RESTORATION -> new TicketRestored(id, at);
          default -> throw new IllegalArgumentException("no ticket is planned with " + metric);
        });
    return this;
  }

  Instant deadline(Metric metric) {
    return deadlines.get(metric);
  }

  Set<Metric> metrics() {
    return deadlines.keySet();
  }

  /** The deadline that will have been missed, once all has happened; a stop at it is in time. */
  Optional<Instant> missed(Metric metric) {
    Instant deadline = deadlines.get(metric);
    Instant stop = stops.get(metric);
    return stop != null && !stop.isAfter(deadline) ? Optional.empty() : Optional.of(deadline);
  }

  /** What its speakers have to say, each in the order in which it happens. */
  List<Event<Fact>> events() {
    List<Fact> all = new ArrayList<>(facts);
    all.add(promise());
    all.sort(Comparator.comparing(Fact::occurredAt));
    Map<String, Integer> sequences = new HashMap<>();
    return all.stream()
        .map(
            fact -> {
              String speaker = speakerOf(fact);
              int sequence = sequences.merge(speaker, 1, Integer::sum);
              return Event.of(speaker, fact.occurredAt(), sequence, fact);
            })
        .toList();
  }

  private static String speakerOf(Fact fact) {
    if (fact instanceof TicketPrioritized) {
      return Topics.PRIORITIZER;
    }
    return fact instanceof ConfirmationDelivered ? Topics.NOTIFIER : Topics.TICKET_INTAKE;
  }

  private Fact promise() {
    return new TicketPrioritized(
        id,
        receivedAt,
        "cause-1",
        Priority.P1,
        List.of(),
        null,
        false,
        new Entitlement(true, 1, true, false, false, List.of(), List.of()),
        new Basis(
            "4711",
            true,
            AccountType.BUSINESS,
            Plan.PREMIER,
            Role.ADMIN,
            "DE",
            null,
            "de",
            Channel.WEB,
            Queue.TECHNICAL,
            Priority.P1),
        new Promise(EDITION, targets));
  }
}
