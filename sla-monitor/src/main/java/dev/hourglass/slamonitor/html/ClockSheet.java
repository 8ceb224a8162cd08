package dev.hourglass.slamonitor.html;

import dev.hourglass.clocks.ledger.ClockEntry;
import dev.hourglass.clocks.ledger.EscalationEntry;
import dev.hourglass.contracts.promise.Target;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A clock on the page.
 *
 * @param bars none where there are too many intervals to see
 * @param leftOut how many intervals the page does not list, the earliest
 */
public record ClockSheet(
    String name,
    String style,
    String status,
    String target,
    Moment started,
    @Nullable Moment ended,
    @Nullable Moment deadline,
    @Nullable Moment breached,
    @Nullable String remaining,
    String wall,
    String run,
    String paused,
    String outOfHours,
    List<Bar> bars,
    List<IntervalRow> intervals,
    int leftOut,
    List<AimRow> aims,
    List<WarningRow> warnings,
    List<EscalationRow> escalations,
    List<AcknowledgementRow> acknowledgements) {

  private static final int MOST_ROWS = 200;
  private static final int MOST_BARS = 500;

  /** A warning point on the page. */
  public record WarningRow(int level, Moment dueAt, boolean reached) {}

  /** A level of escalation on the page. */
  public record EscalationRow(String level, String whom, Moment dueAt, boolean reached) {

    static EscalationRow of(EscalationEntry entry, ZoneId zone) {
      String again = entry.repetition() == 0 ? "" : ", time " + (entry.repetition() + 1);
      return new EscalationRow(
          entry.level() + again,
          entry.to() + " via " + entry.via(),
          Moment.of(entry.dueAt(), zone),
          entry.reached());
    }
  }

  /** An acknowledgement on the page. */
  public record AcknowledgementRow(String by, Moment at, @Nullable Integer fact) {}

  static ClockSheet of(ClockEntry clock, FactNumbers numbers) {
    ZoneId zone = Optional.ofNullable(clock.zone()).orElse(ZoneOffset.UTC);
    int all = clock.intervals().size();
    int leftOut = Math.max(0, all - MOST_ROWS);
    return new ClockSheet(
        name(clock),
        Words.style(clock.status()),
        Words.name(clock.status()),
        target(clock),
        Moment.of(clock.startedAt(), zone),
        Moment.orNull(clock.endedAt(), zone),
        Moment.orNull(clock.deadline(), zone),
        Moment.orNull(clock.breachedAt(), zone),
        Optional.ofNullable(clock.remaining()).map(Words::span).orElse(null),
        Words.span(clock.wall()),
        Words.span(clock.run()),
        Words.span(clock.paused()),
        Words.span(clock.outOfHours()),
        all > MOST_BARS ? List.of() : Bar.of(clock),
        clock.intervals().subList(leftOut, all).stream()
            .map(interval -> IntervalRow.of(interval, zone, numbers))
            .toList(),
        leftOut,
        clock.aims().stream().map(aim -> AimRow.of(aim, zone, numbers)).toList(),
        clock.warnings().stream()
            .map(w -> new WarningRow(w.level(), Moment.of(w.dueAt(), zone), w.reached()))
            .toList(),
        clock.escalations().stream().map(each -> EscalationRow.of(each, zone)).toList(),
        clock.acknowledgements().stream()
            .map(
                each ->
                    new AcknowledgementRow(
                        each.by(), Moment.of(each.at(), zone), numbers.of(each.eventId())))
            .toList());
  }

  private static String name(ClockEntry clock) {
    String name = Words.title(clock.metric());
    return clock.cycle() == 1 ? name : name + ", cycle " + clock.cycle();
  }

  private static String target(ClockEntry clock) {
    Target target = clock.target();
    String zone = clock.zone() == null ? "" : " (" + clock.zone() + ")";
    String stops =
        target.pausedBy().isEmpty()
            ? "nothing pauses it"
            : "paused while "
                + target.pausedBy().stream()
                    .map(Words::waiting)
                    .collect(Collectors.joining(" or "));
    return "%s on calendar %s%s of edition %s; %s; %s"
        .formatted(
            Words.span(target.within()),
            target.calendar(),
            zone,
            clock.edition(),
            stops,
            target.contractual() ? "contractual" : "our own standard");
  }
}
