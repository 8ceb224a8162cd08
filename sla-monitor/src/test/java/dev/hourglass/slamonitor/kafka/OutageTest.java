package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.slamonitor.Facts;
import io.micrometer.core.instrument.DistributionSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Half an hour in which the monitor could say nothing, over many tickets. */
class OutageTest extends DrivenTopology {

  private static final Duration OUTAGE = Duration.ofMinutes(30);
  private static final int TICKETS = 20;

  @Test
  @DisplayName(
      "R13: after half an hour each breach is said once, late, the earliest deadline first")
  void saysWhatItMissedInTheOrderOfTheDeadlines() {
    List<Instant> deadlines = IntStream.range(0, TICKETS).mapToObj(this::promised).toList();
    tick();
    gate.open = false;
    turnTo(START.plus(HOUR).plus(OUTAGE));
    assertThat(breaches()).isEmpty();

    gate.open = true;
    tick();

    List<SlaBreached> said = said();
    assertThat(said)
        .extracting(SlaBreached::deadline)
        .containsExactlyElementsOf(deadlines.stream().sorted().toList());
    assertThat(said).extracting(SlaBreached::ticketId).doesNotHaveDuplicates();
    assertThat(said).allMatch(SlaBreached::late);
    turnTo(now.plus(HOUR.multipliedBy(24)));
    assertThat(breaches()).isEmpty();
  }

  @Test
  @DisplayName("R12: how late a breach was said is in the event and in the numbers")
  void tellsHowLateItWas() {
    Instant second = promised(0);
    Instant first = promised(1);
    turnTo(first.plusMillis(100));
    turnTo(second.plusMillis(400));

    assertThat(said()).extracting(SlaBreached::latenessMillis).containsExactly(100L, 400L);
    DistributionSummary lateness = registry.get("sla.monitor.breach.lateness").summary();
    assertThat(lateness.count()).isEqualTo(2);
    assertThat(lateness.max()).isEqualTo(400);
  }

  /** A ticket that is to be answered within an hour; the numbers do not follow the deadlines. */
  private Instant promised(int number) {
    Instant received = START.minusSeconds(60L * (number * 7 % TICKETS));
    Facts another = new Facts(new UUID(0, number));
    hear(another.received(received));
    hear(another.promised(received, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    return received.plus(HOUR);
  }

  private List<SlaBreached> said() {
    return breaches().stream().map(SlaBreached.class::cast).toList();
  }
}
