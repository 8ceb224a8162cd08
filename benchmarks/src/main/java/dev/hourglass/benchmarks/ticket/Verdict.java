package dev.hourglass.benchmarks.ticket;

import dev.hourglass.benchmarks.figures.Percentiles;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was heard against what should have been.
 *
 * @param expected how many breaches should have been heard
 * @param missed how many of them were not
 * @param twice how many were heard more often than once
 * @param wrong how many were heard that are none, or that name another deadline
 * @param withdrawn how many withdrawals were heard
 * @param incomplete how many of the right ones were said on incomplete evidence
 * @param visible arrival less deadline of the right ones, in milliseconds
 * @param detected the monitor's own word less deadline of the right ones, in milliseconds
 */
public record Verdict(
    int expected,
    int missed,
    int twice,
    int wrong,
    int withdrawn,
    int incomplete,
    Percentiles visible,
    Percentiles detected) {

  /** Compares; each deadline is due once. */
  public static Verdict of(Map<Deadline, Instant> due, Collection<HeardAlert> heard) {
    return new Judge(due).verdict(heard);
  }

  /** Whether each was heard once and nothing else. */
  public boolean right() {
    return missed == 0 && twice == 0 && wrong == 0 && withdrawn == 0;
  }

  private static final class Judge {

    private final Map<Deadline, Instant> due;
    private final Map<Deadline, Integer> times = new HashMap<>();
    private final List<Double> visible = new ArrayList<>();
    private final List<Double> detected = new ArrayList<>();
    private int wrong;
    private int withdrawn;
    private int incomplete;

    Judge(Map<Deadline, Instant> due) {
      this.due = due;
    }

    Verdict verdict(Collection<HeardAlert> heard) {
      for (HeardAlert each : heard) {
        if (each.alert() instanceof SlaBreached breach) {
          breach(breach, each.arrivedAt());
        } else if (each.alert() instanceof SlaBreachWithdrawn) {
          withdrawn++;
        }
      }
      int twice = (int) times.values().stream().filter(count -> count > 1).count();
      return new Verdict(
          due.size(),
          due.size() - times.size(),
          twice,
          wrong,
          withdrawn,
          incomplete,
          Percentiles.of(visible),
          Percentiles.of(detected));
    }

    private void breach(SlaBreached breach, Instant arrivedAt) {
      Deadline which = Deadline.of(breach);
      if (!breach.deadline().equals(due.get(which))) {
        wrong++;
        return;
      }
      if (times.merge(which, 1, Integer::sum) == 1) {
        visible.add(millis(breach.deadline(), arrivedAt));
        detected.add(millis(breach.deadline(), breach.detectedAt()));
        incomplete += breach.evidence() == Evidence.INCOMPLETE ? 1 : 0;
      }
    }

    private static double millis(Instant from, Instant to) {
      return Duration.between(from, to).toNanos() / 1e6;
    }
  }
}
