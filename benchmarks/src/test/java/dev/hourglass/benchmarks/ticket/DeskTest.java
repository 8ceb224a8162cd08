package dev.hourglass.benchmarks.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeskTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final int TURNS = 50;

  private final Desk desk = new Desk();
  private final List<Event<Fact>> said = new ArrayList<>();

  @Test
  void tickets_have_as_many_clocks_open_as_were_asked_for() {
    long facts = desk.open(400, NOW, said::add);

    assertThat(said).hasSize((int) facts);
    assertThat(desk.openClocks()).isEqualTo(400).isEqualTo(openByTheFold(NOW));
  }

  @Test
  void an_ordinary_day_leaves_as_many_clocks_open_as_it_found() {
    desk.open(400, NOW, said::add);
    for (int i = 1; i <= TURNS * Desk.FACTS_A_TURN; i++) {
      said.add(desk.ordinary(NOW.plusSeconds(i)));
    }

    assertThat(desk.turnComplete()).isTrue();
    assertThat(desk.openClocks()).isEqualTo(400);
    assertThat(openByTheFold(NOW.plusSeconds(1_000))).isEqualTo(400);
  }

  @Test
  void a_ticket_whose_first_reply_falls_due_has_one_clock_less_once_it_is_answered() {
    Instant deadline = NOW.plusSeconds(3);
    TicketFacts kept = desk.openDue(NOW, deadline, said::add);
    desk.openDue(NOW, deadline, said::add);
    said.add(desk.answer(kept, deadline));

    assertThat(desk.openClocks()).isEqualTo(7).isEqualTo(openByTheFold(deadline.plusSeconds(1)));
  }

  @Test
  void facts_are_documents_that_the_topic_takes() {
    desk.open(4, NOW, said::add);
    said.add(desk.ordinary(NOW));

    assertThat(said)
        .allSatisfy(
            event ->
                assertThat(EventJson.read(Topics.TIMINGS, EventJson.write(event)))
                    .isEqualTo(event));
  }

  private long openByTheFold(Instant now) {
    Map<String, WorkingCalendar> calendars =
        WorkingCalendar.byName(Targets.edition(NOW).calendars());
    Map<UUID, List<HeardFact>> tickets = new LinkedHashMap<>();
    for (Event<Fact> event : said) {
      tickets
          .computeIfAbsent(event.data().ticketId(), id -> new ArrayList<>())
          .add(HeardFact.of(event, event.time()));
    }
    return tickets.values().stream()
        .mapToLong(
            heard ->
                ClockFold.fold(
                        TicketHistory.of(heard),
                        (edition, calendar) -> Optional.of(calendars.get(calendar)),
                        now)
                    .open())
        .sum();
  }
}
