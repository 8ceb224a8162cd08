package dev.hourglass.notifier.rating;

import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.rating.ClockOutcome;
import dev.hourglass.contracts.rating.MetricOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * What came of the clocks of a ticket: of each metric in each cycle of the ticket one outcome, the
 * worst where there are several clocks.
 *
 * @param outcomes in the order of cycle and metric
 */
public record TicketOutcomes(List<CycleOutcome> outcomes) {

  /** Their clocks count questions and periods, not the times that the ticket was opened. */
  private static final Set<Metric> IN_TURNS = EnumSet.of(Metric.NEXT_REPLY, Metric.UPDATE);

  private static final Map<ClockStatus, ClockOutcome> OF_STATUS =
      Map.of(
          ClockStatus.RUNNING, ClockOutcome.OPEN,
          ClockStatus.AT_RISK, ClockOutcome.OPEN,
          ClockStatus.PAUSED, ClockOutcome.OPEN,
          ClockStatus.BREACHED, ClockOutcome.BREACHED,
          ClockStatus.MET, ClockOutcome.MET,
          ClockStatus.MET_LATE, ClockOutcome.MET_LATE,
          ClockStatus.CANCELLED, ClockOutcome.CANCELLED);

  private static final List<ClockOutcome> WORST_FIRST =
      List.of(
          ClockOutcome.BREACHED,
          ClockOutcome.MET_LATE,
          ClockOutcome.OPEN,
          ClockOutcome.MET,
          ClockOutcome.CANCELLED);

  private static final Comparator<CycleOutcome> BY_CYCLE_AND_METRIC =
      Comparator.comparingInt(CycleOutcome::cycle).thenComparing(CycleOutcome::metric);

  public TicketOutcomes {
    outcomes = outcomes.stream().sorted(BY_CYCLE_AND_METRIC).toList();
  }

  /** What nobody has heard of. */
  public static TicketOutcomes none() {
    return new TicketOutcomes(List.of());
  }

  /** What the clocks say. */
  public static TicketOutcomes of(Collection<ClockState> clocks) {
    NavigableMap<Instant, Integer> openings = openings(clocks);
    Map<Map.Entry<Integer, Metric>, ClockOutcome> worst =
        new TreeMap<>(
            Map.Entry.<Integer, Metric>comparingByKey()
                .thenComparing(Map.Entry.comparingByValue()));
    for (ClockState clock : clocks) {
      worst.merge(
          Map.entry(cycle(clock, openings), clock.metric()),
          OF_STATUS.get(clock.status()),
          TicketOutcomes::worse);
    }
    return new TicketOutcomes(
        worst.entrySet().stream()
            .map(
                each ->
                    new CycleOutcome(
                        each.getKey().getKey(), each.getKey().getValue(), each.getValue()))
            .toList());
  }

  /** Those of one cycle. */
  public List<MetricOutcome> ofCycle(int cycle) {
    return outcomes.stream()
        .filter(each -> each.cycle() == cycle)
        .map(each -> new MetricOutcome(each.metric(), each.outcome()))
        .toList();
  }

  private static ClockOutcome worse(ClockOutcome one, ClockOutcome other) {
    return WORST_FIRST.indexOf(one) <= WORST_FIRST.indexOf(other) ? one : other;
  }

  /** When the ticket was opened again, as far as a clock began with that. */
  private static NavigableMap<Instant, Integer> openings(Collection<ClockState> clocks) {
    NavigableMap<Instant, Integer> openings = new TreeMap<>();
    for (ClockState clock : clocks) {
      if (clock.cycle() > 1 && !IN_TURNS.contains(clock.metric())) {
        openings.merge(clock.startedAt(), clock.cycle(), Math::max);
      }
    }
    return openings;
  }

  private static int cycle(ClockState clock, NavigableMap<Instant, Integer> openings) {
    if (!IN_TURNS.contains(clock.metric())) {
      return clock.cycle();
    }
    Map.Entry<Instant, Integer> opening = openings.floorEntry(clock.startedAt());
    return opening == null ? 1 : opening.getValue();
  }
}
