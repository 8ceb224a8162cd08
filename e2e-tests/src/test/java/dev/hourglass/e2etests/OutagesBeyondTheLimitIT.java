package dev.hourglass.e2etests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An outage that lasts longer than the limit for which a breach is held back. */
class OutagesBeyondTheLimitIT extends Outages {

  @BeforeAll
  static void oneInstanceWithLittlePatience() {
    begin(1, Duration.ofSeconds(5));
  }

  @Test
  @DisplayName("R13: a speaker silent for longer: said on incomplete evidence, and taken back")
  void speakerSilentForLonger() {
    List<PlannedTicket> tickets = happening(5, TICKETS, Duration.ofMillis(500));
    passes(Duration.ofSeconds(1));

    system.speaker(Topics.TICKET_INTAKE).fallSilent();
    long kept = tickets.stream().mapToLong(OutagesBeyondTheLimitIT::promisesKeptByIntake).sum();
    await()
        .atMost(MonitorUnderOutages.PATIENCE)
        .until(() -> Verdict.on(tickets, system.ear()).everFalse().size() >= kept);
    system.speaker(Topics.TICKET_INTAKE).speakAgain();

    Verdict verdict = verdict("speaker silent for longer", tickets);
    assertThat(verdict.everFalse())
        .isNotEmpty()
        .extracting(SlaBreached::evidence)
        .containsOnly(Evidence.INCOMPLETE);
  }

  private static long promisesKeptByIntake(PlannedTicket ticket) {
    return Stream.of(Metric.FIRST_REPLY, Metric.RESTORATION)
        .filter(metric -> ticket.missed(metric).isEmpty())
        .count();
  }
}
