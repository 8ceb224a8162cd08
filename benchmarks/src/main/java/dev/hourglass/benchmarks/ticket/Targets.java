package dev.hourglass.benchmarks.ticket;

import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.edition.WorkingInterval;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.promise.WarningPoint;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is promised to the tickets of a benchmark, and the edition that has its calendars. */
public record Targets(List<Target> list) {

  public static final String EDITION = "benchmark";

  /** How many clocks of a ticket are open once it is confirmed. */
  public static final int OPEN = 4;

  private static final String ALWAYS = "24x7";
  private static final String OFFICE = "office";
  private static final Duration CONFIRMATION = Duration.ofHours(1);
  private static final Duration FAR = Duration.ofDays(30);
  private static final List<WarningPoint> WARN_AT =
      List.of(WarningPoint.atShare(1, 75), WarningPoint.atShare(2, 90));

  public Targets {
    list = List.copyOf(list);
  }

  /** Nothing of these falls due while a benchmark runs. */
  public static Targets far() {
    return new Targets(
        List.of(
            target(Metric.CONFIRMATION, CONFIRMATION, ALWAYS, WARN_AT),
            target(Metric.FIRST_REPLY, FAR, ALWAYS, WARN_AT),
            target(Metric.UPDATE, FAR, ALWAYS, WARN_AT),
            target(Metric.RESTORATION, FAR, OFFICE, WARN_AT),
            target(Metric.RESOLUTION, FAR, ALWAYS, WARN_AT)));
  }

  /** The same, but for a metric that is to be reached within so long, and nobody is warned of. */
  public Targets with(Metric metric, Duration within) {
    return new Targets(
        list.stream()
            .map(
                target ->
                    target.metric() == metric ? target(metric, within, ALWAYS, List.of()) : target)
            .toList());
  }

  /** The edition, for the calendars. */
  public static EditionPublished edition(Instant at) {
    return new EditionPublished(
        EDITION,
        at,
        "What the benchmarks promise",
        List.of(
            CalendarDefinition.alwaysOn(ALWAYS),
            new CalendarDefinition(
                OFFICE,
                false,
                ZoneId.of("Europe/Berlin"),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                    .map(day -> new WorkingInterval(day, "09:00", "17:00"))
                    .toList(),
                List.of())),
        "edition: " + EDITION,
        "digest-of-" + EDITION);
  }

  private static Target target(
      Metric metric, Duration within, String calendar, List<WarningPoint> warnAt) {
    Set<PauseReason> pausedBy =
        metric == Metric.RESTORATION ? Set.of(PauseReason.WAITING_CUSTOMER) : Set.of();
    return new Target(metric, within, calendar, pausedBy, warnAt, true);
  }
}
