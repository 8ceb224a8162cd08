package dev.hourglass.replay.comparison;

import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what breaches are counted. */
public enum Dimension {
  METRIC(missed -> missed.metric() == null ? null : missed.metric().name()),
  PRIORITY(missed -> missed.priority().name()),
  PLAN(missed -> missed.plan().name()),
  ACCOUNT(Missed::account),
  /** The hour of the deadline, in UTC. */
  HOUR(missed -> missed.deadline().truncatedTo(ChronoUnit.HOURS).toString());

  private final Function<Missed, @Nullable String> value;

  Dimension(Function<Missed, @Nullable String> value) {
    this.value = value;
  }

  @Nullable String of(Missed missed) {
    return value.apply(missed);
  }
}
