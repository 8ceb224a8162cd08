package dev.hourglass.e2etests;

import dev.hourglass.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two instances, of which one at a time is away, and then everything else in turn. */
class OutagesOfOneOfTwoIT extends Outages {

  private static final long SEED = 20261122;
  private static final int MISHAPS = 6;

  @BeforeAll
  static void twoInstances() {
    begin(2, USUAL_HOLD);
  }

  @Test
  void of_two_instances_one_that_comes_back_from_standing_still_says_nothing_twice() {
    List<PlannedTicket> tickets = happening(9, 2 * TICKETS, STRETCH.multipliedBy(2));
    passes(Duration.ofSeconds(2));
    system.awaitShared();

    system.monitor().pause();
    passes(BEYOND_THE_SESSION);
    system.monitor().resume();

    nothingFalse("one of two paused", tickets);
  }

  @Test
  void of_two_instances_one_is_killed_and_the_other_says_the_rest() {
    List<PlannedTicket> tickets = happening(10, 2 * TICKETS, STRETCH.multipliedBy(2));
    passes(Duration.ofSeconds(2));
    system.awaitShared();

    system.monitor().kill();

    try {
      nothingFalse("one of two killed", tickets);
    } finally {
      system.monitor().start();
    }
  }

  @Test
  @DisplayName(
      "R13: whatever is away in whatever order, each breach is said once and none is false")
  void oneMishapAfterTheOther() {
    Random random = new Random(SEED);
    List<PlannedTicket> tickets = happening(SEED, 5 * TICKETS, Duration.ofSeconds(40));
    List<Consumer<Duration>> kinds =
        List.of(
            this::brokerAway,
            this::instanceKilled,
            this::instancePaused,
            this::speakerSilent,
            this::factsWait);

    for (int i = 0; i < MISHAPS; i++) {
      passes(Duration.ofMillis(random.nextInt(2_000)));
      kinds
          .get((int) ((SEED + i) % kinds.size()))
          .accept(Duration.ofMillis(2_000 + random.nextInt(6_000)));
    }

    nothingFalse("one mishap after the other", tickets);
  }

  private void brokerAway(Duration length) {
    system.sandbox().stopKafka();
    passes(length);
    system.sandbox().startKafka();
  }

  private void instanceKilled(Duration length) {
    system.monitor().kill();
    passes(length);
    system.monitor().start();
  }

  private void instancePaused(Duration length) {
    system.monitor().pause();
    passes(length);
    system.monitor().resume();
  }

  private void speakerSilent(Duration length) {
    PlayedSpeaker notifier = system.speaker(Topics.NOTIFIER);
    notifier.fallSilent();
    passes(length);
    notifier.speakAgain();
  }

  private void factsWait(Duration length) {
    PlayedSpeaker intake = system.speaker(Topics.TICKET_INTAKE);
    intake.holdBack(fact -> fact.sequence() > 1);
    passes(length);
    intake.speakAgain();
  }
}
