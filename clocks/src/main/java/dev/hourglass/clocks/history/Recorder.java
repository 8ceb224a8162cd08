package dev.hourglass.clocks.history;

import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.timing.AlertAcknowledged;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeadlineOverridden;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.FactVisitor;
import dev.hourglass.contracts.timing.TicketCancelled;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketCompleted;
import dev.hourglass.contracts.timing.TicketMerged;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.contracts.timing.TicketRestored;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.contracts.timing.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the facts in their order and notes what clocks ask about. */
final class Recorder implements FactVisitor<Void> {

  @Nullable TicketReceived received;
  @Nullable Instant receivedAt;
  @Nullable Instant completedAt;
  @Nullable Instant closedAt;
  @Nullable Instant withdrawnAt;
  final Conversation conversation = new Conversation();
  final List<Instant> restorations = new ArrayList<>();
  final List<PlacedFact> promises = new ArrayList<>();
  final List<PlacedFact> overrides = new ArrayList<>();
  final List<PlacedFact> acknowledgements = new ArrayList<>();
  final Map<Integer, Instant> solves = new TreeMap<>();
  final Map<Integer, Instant> reopenings = new TreeMap<>();
  final List<Pause> pauses = new ArrayList<>();

  private final Map<UUID, List<PlacedFact>> deliveries = new TreeMap<>();
  private @Nullable Instant pausedAt;
  private @Nullable PauseReason pausedFor;
  private @Nullable String pausedBy;
  private PlacedFact current;

  void record(PlacedFact placed) {
    current = placed;
    placed.fact().accept(this);
  }

  /** The pauses, the last of them open if the ticket still waits. */
  List<Pause> pauses() {
    List<Pause> all = new ArrayList<>(pauses);
    if (pausedAt != null) {
      all.add(new Pause(pausedAt, null, pausedFor, pausedBy));
    }
    return all;
  }

  /** When the first confirmation arrived that no bounce has taken back since. */
  @Nullable Instant confirmedAt() {
    Instant first = null;
    for (List<PlacedFact> delivery : deliveries.values()) {
      Instant arrived = arrivedAt(delivery);
      if (arrived != null && (first == null || arrived.isBefore(first))) {
        first = arrived;
      }
    }
    return first;
  }

  /** In the order in which the notifier spoke: a delivery may fail, be sent again and arrive. */
  private static @Nullable Instant arrivedAt(List<PlacedFact> delivery) {
    Instant arrived = null;
    List<PlacedFact> asSaid =
        delivery.stream().sorted(Comparator.comparingLong(PlacedFact::sequence)).toList();
    for (PlacedFact said : asSaid) {
      if (said.fact() instanceof DeliveryFailed) {
        arrived = null;
      } else if (arrived == null) {
        arrived = said.at();
      }
    }
    return arrived;
  }

  @Override
  public Void on(TicketReceived fact) {
    if (received == null) {
      received = fact;
      receivedAt = current.at();
    }
    return null;
  }

  @Override
  public Void on(TicketCompleted fact) {
    completedAt = first(completedAt);
    return null;
  }

  @Override
  public Void on(TicketReplied fact) {
    if (fact.visibility() == Visibility.PUBLIC) {
      if (fact.author() == Author.AGENT) {
        conversation.answered(current.at());
      } else if (!fact.onlyThanks()) {
        conversation.asked(current.at());
      }
    }
    return null;
  }

  @Override
  public Void on(TicketPaused fact) {
    endPause();
    pausedAt = current.at();
    pausedFor = fact.reason();
    pausedBy = current.id();
    return null;
  }

  @Override
  public Void on(TicketResumed fact) {
    endPause();
    return null;
  }

  @Override
  public Void on(TicketRestored fact) {
    restorations.add(current.at());
    return null;
  }

  @Override
  public Void on(TicketSolved fact) {
    endPause();
    solves.putIfAbsent(fact.cycle(), current.at());
    conversation.done(current.at());
    return null;
  }

  @Override
  public Void on(TicketReopened fact) {
    reopenings.putIfAbsent(fact.cycle(), current.at());
    conversation.reopened(current.at());
    return null;
  }

  @Override
  public Void on(TicketClosed fact) {
    endPause();
    closedAt = first(closedAt);
    conversation.done(current.at());
    return null;
  }

  /** What the agent asked for; what it means for the clocks comes with the next promise. */
  @Override
  public Void on(TicketReprioritized fact) {
    return null;
  }

  @Override
  public Void on(TicketMerged fact) {
    endPause();
    withdrawnAt = first(withdrawnAt);
    conversation.withdrawn(current.at());
    return null;
  }

  @Override
  public Void on(TicketCancelled fact) {
    endPause();
    withdrawnAt = first(withdrawnAt);
    conversation.withdrawn(current.at());
    return null;
  }

  @Override
  public Void on(DeadlineOverridden fact) {
    overrides.add(current);
    return null;
  }

  @Override
  public Void on(TicketPrioritized fact) {
    promises.add(current);
    return null;
  }

  @Override
  public Void on(ConfirmationDelivered fact) {
    deliveries.computeIfAbsent(fact.deliveryId(), id -> new ArrayList<>()).add(current);
    return null;
  }

  @Override
  public Void on(DeliveryFailed fact) {
    deliveries.computeIfAbsent(fact.deliveryId(), id -> new ArrayList<>()).add(current);
    return null;
  }

  @Override
  public Void on(AlertAcknowledged fact) {
    acknowledgements.add(current);
    return null;
  }

  private Instant first(@Nullable Instant known) {
    return known == null ? current.at() : known;
  }

  private void endPause() {
    if (pausedAt != null) {
      pauses.add(new Pause(pausedAt, current.at(), pausedFor, pausedBy));
      pausedAt = null;
      pausedFor = null;
      pausedBy = null;
    }
  }
}
