package dev.hourglass.clocks.clock;

import dev.hourglass.clocks.calendar.NoWorkingTimeException;
import dev.hourglass.contracts.promise.EscalationLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lays the levels that a clock is aimed at on the time line: the clock goes on running after its
 * deadline, through the same calendar and the same pauses (R9, R22).
 */
record Chain(Aim aim) {

  private static final Comparator<Escalation> IN_TIME =
      Comparator.comparing(Escalation::dueAt)
          .thenComparingInt(Escalation::level)
          .thenComparingInt(Escalation::repetition);

  /** The levels that have an instant yet, with their repetitions, in order of time. */
  List<Escalation> escalations() {
    List<EscalationLevel> levels = aim.target().levels();
    if (levels.isEmpty()) {
      return List.of();
    }
    List<Escalation> laid = new ArrayList<>();
    levels.forEach(level -> lay(level, laid));
    laid.sort(IN_TIME);
    return List.copyOf(laid);
  }

  private void lay(EscalationLevel level, List<Escalation> laid) {
    try {
      Optional<Instant> at = first(level);
      for (int i = 0; i <= level.repetitions() && at.isPresent(); i++) {
        laid.add(new Escalation(level.level(), i, level.to(), level.via(), at.get()));
        if (i < level.repetitions()) {
          at = aim.run().from(at.get()).reaches(level.every());
        }
      }
    } catch (NoWorkingTimeException e) {
      // A level beyond all working time is never reached; the deadline before it counts all the
      // same.
    }
  }

  private Optional<Instant> first(EscalationLevel level) {
    Duration time = level.reachedAfter(aim.budget());
    Optional<Instant> reached =
        time.compareTo(aim.budget()) < 0
            ? aim.run().reaches(time)
            : aim.deadline().flatMap(at -> aim.run().from(at).reaches(time.minus(aim.budget())));
    // Nobody was to be told before the promise was made; from then on the repetitions count.
    return reached
        .map(at -> aim.again() && at.isBefore(aim.saidAt()) ? aim.saidAt() : at)
        .flatMap(aim.run()::runningFrom);
  }
}
