package dev.hourglass.clocks.ledger;

import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.clocks.ledger.TicketLog.clock;
import static dev.hourglass.clocks.ledger.TicketLog.fact;
import static dev.hourglass.clocks.ledger.TicketLog.ledger;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.alert.AlertIds;
import dev.hourglass.contracts.promise.EscalationLevel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EscalationLedgerTest {

  private final Ticket ticket =
      new Ticket()
          .received("09:00")
          .promised(
              "09:00",
              target(RESTORATION, "PT1H")
                  .escalatedAt(
                      List.of(
                          EscalationLevel.atShare(1, 100, "team-lead", "mail"),
                          EscalationLevel.after(2, Duration.ofHours(1), "director", "phone"))));

  @Test
  @DisplayName("R22: the ledger tells each level, whether it was reached and under which alert")
  void tellsEachLevel() {
    List<EscalationEntry> levels = levels("11:00");
    assertThat(levels).extracting(EscalationEntry::dueAt).containsExactly(at("10:00"), at("11:00"));
    assertThat(levels).extracting(EscalationEntry::reached).containsExactly(true, false);
    assertThat(levels.get(0).alert())
        .isEqualTo(AlertIds.escalation(Ticket.ID, ticket.clock(RESTORATION, "11:00"), 1, 0));
    assertThat(levels.get(1).alert()).isNull();
    assertThat(levels("11:00:00.001"))
        .extracting(EscalationEntry::reached)
        .containsExactly(true, true);
  }

  @Test
  @DisplayName(
      "R22: the ledger tells who acknowledged, and that the levels after it stay unreached")
  void tellsWhoAcknowledged() {
    ticket.acknowledged("10:30", RESTORATION, 1);
    Ledger ledger = ledger(ticket, "15:00");
    ClockEntry clock = clock(ledger, RESTORATION, 1);
    assertThat(clock.acknowledgements()).singleElement();
    assertThat(clock.acknowledgements().get(0).by()).isEqualTo("team-lead");
    assertThat(clock.acknowledgements().get(0).at()).isEqualTo(at("10:30"));
    assertThat(levels("15:00")).extracting(EscalationEntry::reached).containsExactly(true, false);
    assertThat(fact(ledger, "notifier-1").moves()).containsExactly(new ClockName(RESTORATION, 1));
  }

  @Test
  @DisplayName("R22: a level after the stop of its clock was not reached")
  void aLevelAfterTheStopWasNotReached() {
    ticket.restored("11:00");
    assertThat(levels("15:00")).extracting(EscalationEntry::reached).containsExactly(true, false);
  }

  private List<EscalationEntry> levels(String asOf) {
    return clock(ledger(ticket, asOf), RESTORATION, 1).escalations();
  }
}
