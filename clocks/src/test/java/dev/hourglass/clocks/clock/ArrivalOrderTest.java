package dev.hourglass.clocks.clock;

import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.CONFIRMATION;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.history.HeardFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {

  @Test
  @DisplayName("R1: every order of arrival leads to the same clocks")
  void everyPermutationLeadsToTheSameClocks() {
    UUID delivery = UUID.randomUUID();
    Ticket ticket =
        new Ticket()
            .received("09:00")
            .promised("09:00:10", target(RESTORATION, "PT24H"), target(CONFIRMATION, "PT1H"))
            .confirmed("09:00:20", delivery)
            .bounced("09:05", delivery)
            .paused("10:00")
            .resumed("12:00")
            .promised("12:30", target(RESTORATION, "PT1H"), target(FIRST_REPLY, "PT4H"))
            .replied("12:40");
    List<SlaClock> expected = ticket.clocks("18:00").clocks();
    List<Integer> orders = new ArrayList<>();
    permute(
        new ArrayList<>(ticket.facts()),
        0,
        facts -> {
          assertThat(Ticket.clocks(facts, at("18:00")).clocks()).isEqualTo(expected);
          orders.add(facts.size());
        });
    assertThat(orders).hasSize(40_320);
  }

  @Test
  void aFactHeardTwiceCountsOnce() {
    Ticket ticket = new Ticket().received("09:00").promised("09:00", target(RESTORATION, "PT1H"));
    List<SlaClock> expected = ticket.clocks("18:00").clocks();
    ticket.heardAgain(1).heardAgain(0);
    assertThat(ticket.clocks("18:00").clocks()).isEqualTo(expected);
    assertThat(ticket.history().facts()).isEqualTo(2);
  }

  private interface Visit {
    void see(List<HeardFact> facts);
  }

  private static void permute(List<HeardFact> facts, int from, Visit visit) {
    if (from == facts.size()) {
      visit.see(facts);
      return;
    }
    for (int i = from; i < facts.size(); i++) {
      Collections.swap(facts, from, i);
      permute(facts, from + 1, visit);
      Collections.swap(facts, from, i);
    }
  }
}
