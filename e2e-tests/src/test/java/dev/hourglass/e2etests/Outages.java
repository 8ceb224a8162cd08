package dev.hourglass.e2etests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What a {@code read_committed} reader of breaches, there from before the outage, is told while
 * parts of the system are away. Whoever extends it says how many instances run, and for how long
 * they hold a breach back at most. Isolated, for an installation of its own ends the shared one,
 * which other journeys may be using.
 */
@Isolated
abstract class Outages {

  private static final System.Logger LOG = System.getLogger(Outages.class.getName());

  /** As it is set unless somebody sets it otherwise: longer than each of these outages. */
  static final Duration USUAL_HOLD = Duration.ofSeconds(60);

  static final Duration WITHIN = Duration.ofSeconds(4);
  static final Duration STRETCH = Duration.ofSeconds(4);
  static final int TICKETS = 60;

  /** The session of an instance ends after 6 s. */
  static final Duration BEYOND_THE_SESSION = Duration.ofSeconds(8);

  static MonitorUnderOutages system;

  static void begin(int instances, Duration holdAtMost) {
    Hourglass.end();
    system = new MonitorUnderOutages(instances, holdAtMost);
  }

  @AfterAll
  static void end() {
    system.close();
  }

  @AfterEach
  void everybodyIsBack() {
    system.speakers().forEach(PlayedSpeaker::speakAgain);
    system.awaitReady();
  }

  static List<PlannedTicket> happening(long seed) {
    return happening(seed, TICKETS, STRETCH);
  }

  /** Tickets that are received from now on, for so long. */
  static List<PlannedTicket> happening(long seed, int count, Duration stretch) {
    List<PlannedTicket> tickets =
        new PlannedTickets(seed).between(count, now().plusMillis(200), stretch, WITHIN);
    system.plan(tickets);
    return tickets;
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Life goes on; there is nothing to wait for but the time that an outage lasts. */
  static void passes(Duration time) {
    Instant end = Instant.now().plus(time);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(time.plus(MonitorUnderOutages.PATIENCE))
        .until(() -> Instant.now().isAfter(end));
  }

  /** As {@link #verdict}, and nothing false even for a moment, nor on incomplete evidence. */
  static Verdict nothingFalse(String outage, List<PlannedTicket> tickets) {
    Verdict verdict = verdict(outage, tickets);
    assertThat(verdict.everFalse()).isEmpty();
    assertThat(verdict.onIncompleteEvidence()).isEmpty();
    return verdict;
  }

  /** None missed, none twice, none false in the end; or the test fails here. */
  static Verdict verdict(String outage, List<PlannedTicket> tickets) {
    Verdict verdict = system.verdict(tickets);
    LOG.log(System.Logger.Level.INFO, "{0}: {1}", outage, verdict);
    return verdict;
  }
}
