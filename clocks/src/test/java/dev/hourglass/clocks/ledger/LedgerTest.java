package dev.hourglass.clocks.ledger;

import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.clocks.ledger.TicketLog.clock;
import static dev.hourglass.clocks.ledger.TicketLog.fact;
import static dev.hourglass.clocks.ledger.TicketLog.hours;
import static dev.hourglass.clocks.ledger.TicketLog.ledger;
import static dev.hourglass.clocks.ledger.TicketLog.logged;
import static dev.hourglass.clocks.ledger.TicketLog.told;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESOLUTION;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.clocks.clock.AimReason;
import dev.hourglass.clocks.clock.AimTaken;
import dev.hourglass.clocks.clock.Interval;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.PauseReason;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final ClockName REPLY = new ClockName(FIRST_REPLY, 1);
  private static final ClockName RESTORE = new ClockName(RESTORATION, 1);

  private final Ticket ticket = new Ticket().received("09:00");

  @Test
  @DisplayName("R18: a pause is an interval that names the fact and the reason it is for")
  void aPauseNamesTheFactThatBeganIt() {
    ticket.promised("09:00", target(RESTORATION, "PT4H")).paused("10:00").resumed("12:00");
    ClockEntry clock = clock(ledger(ticket, "12:30"), RESTORATION, 1);

    assertThat(told(clock)).containsExactly("RUNNING PT1H", "PAUSED PT2H", "RUNNING PT30M");
    Interval pause = clock.intervals().get(1);
    assertThat(pause.pause().eventId()).isEqualTo("ticket-intake-2");
    assertThat(pause.pause().reason()).isEqualTo(PauseReason.WAITING_CUSTOMER);
    assertThat(clock.deadline()).isEqualTo(at("15:00"));
    assertThat(clock.run()).isEqualTo(hours(1).plusMinutes(30));
    assertThat(clock.paused()).isEqualTo(hours(2));
    assertThat(clock.wall()).isEqualTo(hours(3).plusMinutes(30));
  }

  @Test
  @DisplayName("R2: solving while paused ends the pause and the intervals")
  void whatIsSolvedWhilePausedIsPausedUntilThen() {
    ticket.promised("09:00", target(RESOLUTION, "PT4H")).paused("10:00").solved("12:00", 1);
    ClockEntry clock = clock(ledger(ticket, "18:00"), RESOLUTION, 1);
    assertThat(told(clock)).containsExactly("RUNNING PT1H", "PAUSED PT2H");
    assertThat(clock.status()).isEqualTo(ClockStatus.MET);
    assertThat(clock.endedAt()).isEqualTo(at("12:00"));
  }

  @Test
  void aPauseThatItsTargetDoesNotNameIsNoInterval() {
    ticket.promised("09:00", target(RESTORATION, "PT4H"));
    ticket.paused("10:00", PauseReason.WAITING_THIRD_PARTY).resumed("11:00");
    Ledger ledger = ledger(ticket, "12:00");
    assertThat(told(clock(ledger, RESTORATION, 1))).containsExactly("RUNNING PT3H");
    assertThat(fact(ledger, "ticket-intake-2").moves()).isEmpty();
  }

  @Test
  @DisplayName("R1, R21: a new promise is one more step to the deadline, and the old one is told")
  void tellsHowTheDeadlineCameAbout() {
    ticket.promised("09:00", target(RESTORATION, "PT24H")).paused("10:00").resumed("12:00");
    ticket.promised("12:30", target(RESTORATION, "PT4H"));
    ticket.overridden("13:00", RESTORATION, "16:00");
    Ledger ledger = ledger(ticket, "13:30");

    List<AimTaken> aims = clock(ledger, RESTORATION, 1).aims();
    assertThat(aims)
        .extracting(AimTaken::reason)
        .containsExactly(AimReason.PROMISED, AimReason.PROMISED_AGAIN, AimReason.SET_BY_HAND);
    assertThat(aims)
        .extracting(AimTaken::deadline)
        .containsExactly(at("11:00").plus(hours(24)), at("15:00"), at("16:00"));
    assertThat(aims)
        .extracting(AimTaken::eventId)
        .containsExactly("prioritizer-1", "prioritizer-2", "ticket-intake-4");
    assertThat(ledger.promises())
        .extracting(PromiseEntry::until)
        .containsExactly(at("12:30"), null);
  }

  @Test
  void aReopeningHasIntervalsOfItsOwn() {
    ticket.promised("09:00", target(RESOLUTION, "PT4H")).solved("10:00", 1).reopened("14:00", 2);
    Ledger ledger = ledger(ticket, "15:30");
    assertThat(told(clock(ledger, RESOLUTION, 1))).containsExactly("RUNNING PT1H");
    assertThat(told(clock(ledger, RESOLUTION, 2))).containsExactly("RUNNING PT1H30M");
    assertThat(clock(ledger, RESOLUTION, 2).startedAt()).isEqualTo(at("14:00"));
  }

  @Test
  void tellsTheBreachOnlyAfterTheDeadlineAndTheWarningsThatCame() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H"));
    assertThat(clock(ledger(ticket, "10:00"), FIRST_REPLY, 1).breachedAt()).isNull();
    ClockEntry late = clock(ledger(ticket, "10:00:00.001"), FIRST_REPLY, 1);
    assertThat(late.breachedAt()).isEqualTo(at("10:00"));
    ClockEntry early = clock(ledger(ticket, "09:30"), FIRST_REPLY, 1);
    assertThat(early.warnings())
        .containsExactly(
            new WarningEntry(1, at("09:30"), true), new WarningEntry(2, at("09:45"), false));
  }

  @Test
  @DisplayName("each fact names the clocks that would stand otherwise without it")
  void factsAreMarkedWhereTheyCount() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H"), target(RESTORATION, "PT4H"));
    ticket.replied("09:20").replied("09:40").paused("10:30").resumed("11:00");
    Ledger ledger = ledger(ticket, "12:00");
    assertThat(fact(ledger, "ticket-intake-1").moves()).containsExactly(REPLY, RESTORE);
    assertThat(fact(ledger, "ticket-intake-2").moves()).containsExactly(REPLY);
    assertThat(fact(ledger, "ticket-intake-3").moves()).isEmpty();
    assertThat(fact(ledger, "ticket-intake-4").moves()).containsExactly(RESTORE);
  }

  @Test
  void aPromiseThatAnotherReplacedMovesNothingAnyMore() {
    ticket.promised("09:00", target(RESTORATION, "PT4H"));
    assertThat(fact(ledger(ticket, "10:00"), "prioritizer-1").moves()).containsExactly(RESTORE);
    ticket.promised("10:30", target(RESTORATION, "PT8H")).restored("11:00");
    Ledger ledger = ledger(ticket, "12:00");
    assertThat(fact(ledger, "prioritizer-1").moves()).isEmpty();
    assertThat(fact(ledger, "prioritizer-2").moves()).containsExactly(RESTORE);
  }

  @Test
  void aFactFromTheFutureIsFlaggedAndCountsWhenItWasHeard() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H"));
    ticket.repliedBut("09:30:02", "09:30").repliedBut("09:40:02.001", "09:40");
    Ledger ledger = ledger(ticket, "12:00");
    assertThat(fact(ledger, "intake-2").flags()).isEmpty();
    assertThat(fact(ledger, "intake-2").countsAt()).isEqualTo(at("09:30:02"));
    assertThat(fact(ledger, "intake-3").flags()).containsExactly(FactFlag.FROM_THE_FUTURE);
    assertThat(fact(ledger, "intake-3").countsAt()).isEqualTo(at("09:40"));
    assertThat(fact(ledger, "intake-3").recordedAt()).isEqualTo(at("09:40:03.001"));
  }

  @Test
  void aFactFromBeforeTheTicketIsFlagged() {
    ticket.replied("08:59:57.999").promised("09:00", target(FIRST_REPLY, "PT1H"));
    Ledger ledger = ledger(ticket, "09:30");
    assertThat(fact(ledger, "ticket-intake-2").flags()).containsExactly(FactFlag.BEFORE_THE_TICKET);
    assertThat(fact(ledger, "ticket-intake-1").flags()).isEmpty();
  }

  @Test
  void aClockSetBackALittleIsFlagged() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H")).replied("08:59:58");
    FactEntry reply = fact(ledger(ticket, "09:30"), "ticket-intake-2");
    assertThat(reply.flags()).containsExactly(FactFlag.CLOCK_SET_BACK);
    assertThat(reply.countsAt()).isEqualTo(at("09:00"));
  }

  @Test
  @DisplayName("R13: as of an instant, what was known then and what is known now")
  void aLateReplyIsNotKnownThenAndKnownNow() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H"));
    ticket.repliedBut("09:50", "10:30").repliedBut("11:00", "11:00");
    List<LoggedFact> facts = logged(ticket.facts());

    Ledger then = Ledger.asKnownThen(facts, Ticket.calendars(), at("10:15"));
    assertThat(clock(then, FIRST_REPLY, 1).status()).isEqualTo(ClockStatus.BREACHED);
    Ledger now = Ledger.asKnownNow(facts, Ticket.calendars(), at("10:15"));
    assertThat(clock(now, FIRST_REPLY, 1).status()).isEqualTo(ClockStatus.MET);
    assertThat(fact(now, "intake-2").flags()).containsExactly(FactFlag.HEARD_LATER);
    assertThat(now.facts()).extracting(FactEntry::id).doesNotContain("intake-3");
  }

  @Test
  @DisplayName("both sides of as-of: a stop at that very instant is known, one just after is not")
  void bothSidesOfTheInstant() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H")).replied("09:30");
    List<LoggedFact> facts = logged(ticket.facts());
    Ledger before = Ledger.asKnownNow(facts, Ticket.calendars(), at("09:29:59.999"));
    assertThat(clock(before, FIRST_REPLY, 1).endedAt()).isNull();
    assertThat(Ledger.asKnownThen(facts, Ticket.calendars(), at("09:29:59.999")).clocks())
        .isEqualTo(before.clocks());
    Ledger at = Ledger.asKnownNow(facts, Ticket.calendars(), at("09:30"));
    assertThat(clock(at, FIRST_REPLY, 1).endedAt()).isEqualTo(at("09:30"));
    assertThat(Ledger.asKnownThen(facts, Ticket.calendars(), at("09:30")).clocks())
        .isEqualTo(at.clocks());
  }

  @Test
  void beforeTheTicketThereIsNothing() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H"));
    Ledger ledger =
        Ledger.asKnownNow(logged(ticket.facts()), Ticket.calendars(), at("08:59:59.999"));
    assertThat(ledger.received()).isNull();
    assertThat(ledger.clocks()).isEmpty();
    assertThat(ledger.facts()).isEmpty();
  }

  @Test
  void withoutItsCalendarTheRestIsTold() {
    ticket.promised("09:00", target(FIRST_REPLY, "PT1H", "nowhere"));
    Ledger ledger = ledger(ticket, "09:30");
    assertThat(ledger.unresolved()).contains("'nowhere'").contains("'2021'");
    assertThat(ledger.clocks()).isEmpty();
    assertThat(ledger.promises()).hasSize(1);
    assertThat(ledger.facts()).hasSize(2);
  }

  @Test
  void aClockThatWasCancelledBeforeItStartedHasNoIntervals() {
    Ticket early = new Ticket().received("09:00", false).cancelled("09:30").completed("10:00");
    early.promised("10:00", target(FIRST_REPLY, "PT1H"));
    ClockEntry clock = clock(ledger(early, "12:00"), FIRST_REPLY, 1);
    assertThat(clock.intervals()).isEmpty();
    assertThat(clock.wall()).isZero();
  }
}
