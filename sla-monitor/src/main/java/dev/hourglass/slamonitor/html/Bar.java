package dev.hourglass.slamonitor.html;

import dev.hourglass.clocks.clock.Interval;
import dev.hourglass.clocks.ledger.ClockEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One interval as a piece of the clock's bar, in thousandths of its wall time. */
public record Bar(String x, String width, String style) {

  private static final int WHOLE = 1_000;

  static List<Bar> of(ClockEntry clock) {
    List<Bar> bars = new ArrayList<>();
    for (Interval interval : clock.intervals()) {
      Duration before = Duration.between(clock.startedAt(), interval.from());
      bars.add(
          new Bar(
              share(before, clock.wall()),
              share(interval.wall(), clock.wall()),
              Words.style(interval.reason())));
    }
    return bars;
  }

  private static String share(Duration part, Duration all) {
    return seconds(part)
        .multiply(BigDecimal.valueOf(WHOLE))
        .divide(seconds(all), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
  }
}
