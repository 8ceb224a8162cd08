package dev.hourglass.clocks.alert;

import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.promise.EscalationLevel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeldEscalationTest {

  private final Ticket ticket =
      new Ticket()
          .received("09:00")
          .promised(
              "09:00",
              target(FIRST_REPLY, "PT1H")
                  .escalatedAt(List.of(EscalationLevel.atShare(1, 90, "team-lead", "mail"))));
  private Said said = Said.nothing();

  @Test
  @DisplayName("R22: a level is held until everybody who may have stopped it has been heard")
  void aLevelIsHeldUntilEverybodyIsHeard() {
    Speech held = speak("09:55", spoken("09:54", "09:55"));
    assertThat(held.held()).containsExactly(new MissedDeadline(FIRST_REPLY, at("09:54"), true));
    assertThat(escalations(held)).isEmpty();
    List<TicketEscalated> told = escalations(speak("09:55", spoken("09:54:00.001", "09:55")));
    assertThat(told).singleElement();
    assertThat(told.get(0).evidence()).isEqualTo(Evidence.COMPLETE);
  }

  @Test
  @DisplayName("R22: an acknowledgement heard of while a level is held stops it")
  void anAcknowledgementHeardWhileHeldStopsIt() {
    assertThat(escalations(speak("09:55", spoken("09:54", "09:55")))).isEmpty();
    ticket.acknowledged("09:53:59.999", FIRST_REPLY, 1);
    Speech speech = speak("09:55", spoken("09:55", "09:55"));
    assertThat(escalations(speech)).isEmpty();
    assertThat(speech.held()).isEmpty();
  }

  @Test
  @DisplayName("R22: a level is held no longer than the limit, and then says on what evidence")
  void aLevelIsNotHeldForEver() {
    SpokenUpTo silence = new SpokenUpTo(Instant.MIN, Instant.MIN, at("09:54"));
    assertThat(escalations(speak("09:55", silence))).isEmpty();
    SpokenUpTo longer = new SpokenUpTo(Instant.MIN, Instant.MIN, at("09:54:00.001"));
    assertThat(escalations(speak("09:55:01", longer)))
        .singleElement()
        .extracting(TicketEscalated::evidence)
        .isEqualTo(Evidence.INCOMPLETE);
  }

  private Speech speak(String now, SpokenUpTo spoken) {
    Speech speech = Speaker.speak(ticket.clocks(now), said, at(now), spoken);
    said = speech.said();
    return speech;
  }

  private static SpokenUpTo spoken(String ofDeliveries, String ofAllElse) {
    return new SpokenUpTo(at(ofDeliveries), at(ofAllElse), Instant.MIN);
  }

  private static List<TicketEscalated> escalations(Speech speech) {
    return speech.utterances().stream()
        .map(Utterance::alert)
        .filter(TicketEscalated.class::isInstance)
        .map(TicketEscalated.class::cast)
        .toList();
  }
}
