package dev.hourglass.e2etests;

import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a {@code read_committed} reader was told about some tickets, held against what is true.
 *
 * @param missed deadlines that were missed and of which nobody was told
 * @param twice breaches that were said again while they stood, and events that came again
 * @param everFalse breaches of deadlines that were not missed, withdrawn or not
 * @param standingFalse those of them that were not withdrawn
 * @param misstated breaches whose lateness is not what it should be
 * @param right breaches of deadlines that were missed
 */
record Verdict(
    List<String> missed,
    List<String> twice,
    List<SlaBreached> everFalse,
    List<String> standingFalse,
    List<SlaBreached> misstated,
    List<Ear.Heard> right) {

  private Verdict() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  static Verdict on(Collection<PlannedTicket> tickets, Ear ear) {
    Verdict verdict = new Verdict();
    tickets.forEach(
        ticket -> ticket.metrics().forEach(metric -> verdict.hear(ticket, metric, ear)));
    return verdict;
  }

  /** None missed, none twice, none false in the end, and each with its true deadline. */
  boolean holds() {
    return missed.isEmpty() && twice.isEmpty() && standingFalse.isEmpty() && misstated.isEmpty();
  }

  /** How long after its deadline the latest breach reached the reader. */
  Duration latest() {
    return right.stream()
        .map(each -> Duration.between(breach(each).deadline(), each.arrivedAt()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Breaches that came before one of an earlier deadline in the same partition. */
  long outOfOrder() {
    Map<Integer, List<Ear.Heard>> partitions =
        right.stream()
            .sorted(Comparator.comparing(Ear.Heard::offset))
            .collect(Collectors.groupingBy(Ear.Heard::partition));
    return partitions.values().stream().mapToLong(Verdict::outOfOrder).sum();
  }

  private static long outOfOrder(List<Ear.Heard> said) {
    return IntStream.range(1, said.size())
        .filter(i -> breach(said.get(i)).deadline().isBefore(breach(said.get(i - 1)).deadline()))
        .count();
  }

  List<SlaBreached> breaches() {
    return right.stream().map(Verdict::breach).toList();
  }

  List<SlaBreached> onIncompleteEvidence() {
    return breaches().stream().filter(each -> each.evidence() == Evidence.INCOMPLETE).toList();
  }

  @Override
  public String toString() {
    return ("%d right, the latest after %s, %d out of order, %d missed %s, %d twice %s, %d false,"
            + " %d of them standing %s, %d misstated %s")
        .formatted(
            right.size(),
            latest(),
            outOfOrder(),
            missed.size(),
            few(missed),
            twice.size(),
            few(twice),
            everFalse.size(),
            standingFalse.size(),
            few(standingFalse),
            misstated.size(),
            few(misstated));
  }

  private static List<?> few(List<?> all) {
    return all.subList(0, Math.min(3, all.size()));
  }

  private void hear(PlannedTicket ticket, Metric metric, Ear ear) {
    String clock = ticket.id() + "/" + metric;
    Set<String> ids = new HashSet<>();
    SlaBreached standing = null;
    boolean told = false;
    for (Ear.Heard heard : ear.breaches(ticket.id(), metric)) {
      if (!ids.add(heard.event().id())) {
        twice.add(clock);
      } else if (heard.event().data() instanceof SlaBreached breach) {
        if (standing != null) {
          twice.add(clock);
        }
        standing = breach;
        told = told | judge(ticket, heard, breach, told);
      } else if (heard.event().data() instanceof SlaBreachWithdrawn) {
        standing = null;
      }
    }
    settle(ticket.missed(metric), clock, standing);
  }

  private boolean judge(PlannedTicket ticket, Ear.Heard heard, SlaBreached breach, boolean told) {
    if (!ticket.missed(breach.metric()).equals(Optional.of(breach.deadline()))) {
      everFalse.add(breach);
      return false;
    }
    if (!told) {
      right.add(heard);
    }
    long lateness = Duration.between(breach.deadline(), breach.detectedAt()).toMillis();
    if (breach.latenessMillis() != lateness
        || lateness < 0
        || breach.late() != (lateness > 1_000)) {
      misstated.add(breach);
    }
    return true;
  }

  private void settle(Optional<Instant> deadline, String clock, SlaBreached standing) {
    if (standing == null) {
      deadline.ifPresent(each -> missed.add(clock));
    } else if (!deadline.equals(Optional.of(standing.deadline()))) {
      standingFalse.add(clock);
    }
  }

  private static SlaBreached breach(Ear.Heard heard) {
    return (SlaBreached) heard.event().data();
  }
}
