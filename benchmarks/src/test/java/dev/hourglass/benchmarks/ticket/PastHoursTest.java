package dev.hourglass.benchmarks.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.timing.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The oracle of the backlog knows without a fold what the fold would say. */
class PastHoursTest {

  private static final Instant END = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LENGTH = Duration.ofHours(1);

  private final Map<String, WorkingCalendar> calendars =
      WorkingCalendar.byName(Targets.edition(END).calendars());
  private final Calendars edition = (name, calendar) -> Optional.of(calendars.get(calendar));
  private final PastHours past = new PastHours(1, LENGTH, END, 7);
  private final List<Event<Fact>> said = new ArrayList<>();
  private final Map<UUID, List<HeardFact>> tickets = new LinkedHashMap<>();

  @BeforeEach
  void letItPass() {
    past.say(said::add);
    said.forEach(
        event ->
            tickets
                .computeIfAbsent(event.data().ticketId(), id -> new ArrayList<>())
                .add(HeardFact.of(event, END)));
  }

  @Test
  void facts_are_said_in_the_order_in_which_they_happened_and_all_are_over() {
    assertThat(said).hasSize((int) past.facts());
    assertThat(said).extracting(event -> event.data().occurredAt()).isSorted();
    assertThat(said.get(0).data().occurredAt()).isEqualTo(END.minus(LENGTH));
    assertThat(said.get(said.size() - 1).data().occurredAt()).isBefore(END);
    assertThat(tickets).hasSize((int) LENGTH.toSeconds());
  }

  @Test
  void the_deadlines_that_were_missed_are_those_that_the_fold_finds_now_and_a_month_from_now() {
    assertThat(past.missed()).isNotEmpty();
    assertThat(missedAsOf(END)).isEqualTo(past.missed());
    assertThat(missedAsOf(END.plus(Duration.ofDays(29)))).isEqualTo(past.missed());
  }

  @Test
  void the_open_clocks_are_those_that_the_fold_has_open() {
    long open = clocks(END).stream().mapToLong(TicketClocks::open).sum();

    assertThat(past.openClocks()).isEqualTo(open);
  }

  private Map<Deadline, Instant> missedAsOf(Instant now) {
    Map<Deadline, Instant> missed = new HashMap<>();
    for (TicketClocks ticket : clocks(now)) {
      UUID id = ticket.history().received().orElseThrow().ticketId();
      for (SlaClock clock : ticket.clocks()) {
        clock
            .missed()
            .ifPresent(at -> missed.put(new Deadline(id, clock.metric(), clock.cycle()), at));
      }
    }
    return missed;
  }

  private List<TicketClocks> clocks(Instant now) {
    return tickets.values().stream()
        .map(heard -> ClockFold.fold(TicketHistory.of(heard), edition, now))
        .toList();
  }
}
