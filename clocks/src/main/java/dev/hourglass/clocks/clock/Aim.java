package dev.hourglass.clocks.clock;

import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.promise.WarningPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a clock is held to since {@code saidAt}: a target, or a deadline set by hand.
 *
 * @param budget the working time that the clock may run
 * @param deadline when it has; empty while an open pause stands before it
 * @param again whether it was held to something else before
 */
record Aim(
    Target target,
    Run run,
    Duration budget,
    Optional<Instant> deadline,
    Instant saidAt,
    boolean again) {

  private static final int PERCENT = 100;

  private static final Comparator<Warning> IN_TIME =
      Comparator.comparing(Warning::dueAt).thenComparingInt(Warning::level);

  /** The first aim counts from the start, however late it is heard of. */
  static Aim first(Target target, Run run, Instant saidAt) {
    return new Aim(target, run, target.within(), run.reaches(target.within()), saidAt, false);
  }

  /** A new promise counts from the start as well, with the pauses kept (R1). */
  Aim promisedAgain(Target next, Run nextRun, Instant at) {
    Optional<Instant> reached = nextRun.reaches(next.within());
    return new Aim(next, nextRun, next.within(), notPast(reached, nextRun, at), at, true);
  }

  /** A deadline set by hand is moved on by later pauses, and by nothing else. */
  Aim setByHand(Instant fixed, Instant at) {
    Duration time = run.by(at).plus(run.calendar().between(at, fixed));
    Optional<Instant> reached =
        fixed.isBefore(at)
            ? Optional.of(fixed)
            : run.reaches(time).map(instant -> instant.isAfter(fixed) ? instant : fixed);
    return new Aim(target, run, time, notPast(reached, run, at), at, true);
  }

  /** Nobody can keep a promise before it is made: one already past is missed when it is made. */
  private Optional<Instant> notPast(Optional<Instant> reached, Run nextRun, Instant at) {
    if (reached.isEmpty() || !reached.get().isBefore(at)) {
      return reached;
    }
    return Stream.of(deadline, nextRun.outsidePauses(at))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** The warning points that have an instant yet. */
  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(target.warnAt().size());
    for (WarningPoint point : target.warnAt()) {
      dueAt(point).ifPresent(at -> warnings.add(new Warning(point.level(), at)));
    }
    warnings.sort(IN_TIME);
    return List.copyOf(warnings);
  }

  /** The levels of escalation that have an instant yet, with their repetitions. */
  List<Escalation> escalations() {
    return new Chain(this).escalations();
  }

  private Optional<Instant> dueAt(WarningPoint point) {
    Optional<Instant> reached = run.reaches(timeUntil(point));
    return again && reached.isPresent() && reached.get().isBefore(saidAt)
        ? run.outsidePauses(saidAt)
        : reached;
  }

  private Duration timeUntil(WarningPoint point) {
    if (point.sharePercent() != null) {
      return budget.multipliedBy(point.sharePercent()).dividedBy(PERCENT);
    }
    Duration time = budget.minus(point.timeBefore());
    return time.isNegative() ? Duration.ZERO : time;
  }
}
