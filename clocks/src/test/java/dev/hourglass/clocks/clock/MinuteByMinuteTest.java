package dev.hourglass.clocks.clock;

import static dev.hourglass.clocks.RandomTickets.END;
import static dev.hourglass.clocks.RandomTickets.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.RandomTickets;
import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.history.Pause;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The clocks of made-up tickets against somebody who watches them and counts each minute. */
class MinuteByMinuteTest {

  private static final Instant OPENS = Ticket.at("09:00");
  private static final Instant SHUTS = Ticket.at("17:00");

  @Test
  @DisplayName("R3: run + paused + out of hours = wall time, and the deadline is where run says so")
  void everyMinuteIsCountedOnce() {
    int watched = 0;
    for (int number = 0; number < TICKETS; number++) {
      TicketHistory history = TicketHistory.of(RandomTickets.facts(number));
      boolean plain = history.promises().size() == 1 && neverSetByHand(history);
      for (SlaClock clock : plain ? clocks(history) : List.<SlaClock>of()) {
        Watch watch = new Watch(history, clock);
        watch.all();
        watch.compare("ticket %d: %s/%d".formatted(number, clock.metric(), clock.cycle()));
        watched++;
      }
    }
    assertThat(watched).isGreaterThan(TICKETS);
  }

  private static List<SlaClock> clocks(TicketHistory history) {
    return ClockFold.fold(history, Ticket.calendars(), END).clocks();
  }

  private static boolean neverSetByHand(TicketHistory history) {
    for (Metric metric : Metric.values()) {
      for (int cycle = 1; cycle <= 3; cycle++) {
        if (!history.deadlinesSet(metric, cycle).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  private static long minuteOf(@Nullable Instant instant) {
    return instant == null ? Long.MAX_VALUE : instant.getEpochSecond() / 60;
  }

  /** Counts what one clock does up to the end of the day, without any of the code under test. */
  private static final class Watch {

    private final TicketHistory history;
    private final SlaClock clock;
    private final List<Pause> waits;
    private final boolean office;
    private int run;
    private int paused;
    private int outOfHours;
    private @Nullable Instant deadline;
    private boolean waitsInTheEnd;

    Watch(TicketHistory history, SlaClock clock) {
      this.history = history;
      this.clock = clock;
      office = clock.target().calendar().equals(Ticket.OFFICE);
      waits =
          history.pauses().stream()
              .filter(pause -> clock.target().pausedBy().contains(pause.reason()))
              .toList();
    }

    void all() {
      long budget = clock.target().within().toMinutes();
      for (long minute = minuteOf(clock.startedAt()); minute <= minuteOf(END); minute++) {
        boolean waiting = waitsAt(minute);
        if (deadline == null && run == budget && !waiting) {
          deadline = Instant.ofEpochSecond(minute * 60);
        }
        if (minute == minuteOf(END)) {
          waitsInTheEnd = waiting;
        } else if (office && (minute < minuteOf(OPENS) || minute >= minuteOf(SHUTS))) {
          outOfHours++;
        } else if (waiting) {
          paused++;
        } else {
          run++;
        }
      }
    }

    /** A clock that is over does not wait any more. */
    private boolean waitsAt(long minute) {
      if (minute >= minuteOf(clock.endedAt())) {
        return false;
      }
      for (Pause pause : waits) {
        if (minute >= minuteOf(pause.from()) && minute < minuteOf(pause.to())) {
          return true;
        }
      }
      return false;
    }

    void compare(String what) {
      WorkingCalendar calendar =
          Ticket.calendars().find("2021", clock.target().calendar()).orElseThrow();
      List<Pause> pauses =
          history.pauses(clock.startedAt(), clock.endedAt()).stream()
              .filter(pause -> clock.target().pausedBy().contains(pause.reason()))
              .toList();
      Instant start = clock.startedAt();
      Duration wall = Duration.between(start, END);
      Duration out = wall.minus(calendar.between(start, END));
      Duration ran = new Run(start, calendar, pauses).by(END);
      assertThat(ran).as(what).isEqualTo(Duration.ofMinutes(run));
      assertThat(out).as(what).isEqualTo(Duration.ofMinutes(outOfHours));
      assertThat(wall.minus(ran).minus(out)).as(what).isEqualTo(Duration.ofMinutes(paused));
      compareDeadline(what);
    }

    private void compareDeadline(String what) {
      if (deadline != null) {
        assertThat(clock.deadline()).as(what).isEqualTo(deadline);
      } else if (clock.deadline() != null) {
        assertThat(clock.deadline()).as(what).isAfter(END);
      }
      if (clock.open() && clock.missed().isEmpty()) {
        assertThat(clock.status() == ClockStatus.PAUSED).as(what).isEqualTo(waitsInTheEnd);
        assertThat(clock.remaining()).as(what).isEqualTo(clock.target().within().minusMinutes(run));
      }
    }
  }
}
