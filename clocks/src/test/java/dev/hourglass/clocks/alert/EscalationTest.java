package dev.hourglass.clocks.alert;

import static dev.hourglass.clocks.Ticket.OFFICE;
import static dev.hourglass.clocks.Ticket.at;
import static dev.hourglass.clocks.Ticket.target;
import static dev.hourglass.contracts.promise.Metric.FIRST_REPLY;
import static dev.hourglass.contracts.promise.Metric.RESOLUTION;
import static dev.hourglass.contracts.promise.Metric.RESTORATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.Ticket;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EscalationTest {

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final Ticket ticket =
      new Ticket().received("09:00").promised("09:00", escalated(FIRST_REPLY, "PT1H"));
  private Said said = Said.nothing();

  /** Halfway, at the deadline and, with two repetitions, an hour after it. */
  private static Target escalated(Metric metric, String within) {
    return target(metric, within)
        .escalatedAt(
            List.of(
                EscalationLevel.atShare(1, 50, "team-lead", "mail"),
                EscalationLevel.atShare(2, 100, "duty-manager", "pager"),
                EscalationLevel.after(3, Duration.ofHours(1), "director", "phone")
                    .repeated(2, HALF_AN_HOUR)));
  }

  @Test
  @DisplayName("R22: each level is reached past its instant, before and after the deadline")
  void eachLevelIsReachedPastItsInstant() {
    assertThat(escalations("09:30")).isEmpty();
    assertThat(escalations("09:30:00.001")).containsExactly("1.0 09:30 team-lead mail");
    assertThat(escalations("10:00")).isEmpty();
    assertThat(escalations("10:00:00.001")).containsExactly("2.0 10:00 duty-manager pager");
    assertThat(escalations("11:00")).isEmpty();
    assertThat(escalations("11:00:00.001")).containsExactly("3.0 11:00 director phone");
    assertThat(escalations("11:30")).isEmpty();
    assertThat(escalations("11:30:00.001")).containsExactly("3.1 11:30 director phone");
    assertThat(escalations("12:00")).isEmpty();
    assertThat(escalations("12:00:00.001")).containsExactly("3.2 12:00 director phone");
    assertThat(escalations("2026-11-30T09:00")).isEmpty();
  }

  @Test
  @DisplayName("R22: the clock itself says when to look for each level")
  void theClockSaysWhenToLook() {
    assertThat(ticket.clocks("09:45").nextDue()).contains(at("10:00").plusNanos(1));
    assertThat(ticket.clocks("10:00:01").nextDue()).contains(at("11:00").plusNanos(1));
    assertThat(ticket.clocks("11:00:01").nextDue()).contains(at("11:30").plusNanos(1));
    ticket.acknowledged("11:15", FIRST_REPLY, 1);
    assertThat(ticket.clocks("11:16").nextDue()).isEmpty();
  }

  @Test
  @DisplayName(
      "R22: after an outage all that was missed is said, breach and levels in order of time")
  void allThatWasMissedIsSaid() {
    List<Utterance> all = utterances("11:30:00.001");
    assertThat(all).extracting(Utterance::dueAt).isSorted();
    assertThat(all)
        .extracting(each -> each.alert().getClass().getSimpleName())
        .containsExactly(
            "SlaAtRisk",
            "TicketEscalated",
            "SlaAtRisk",
            "SlaBreached",
            "TicketEscalated",
            "TicketEscalated",
            "TicketEscalated");
    TicketEscalated last = (TicketEscalated) all.get(6).alert();
    assertThat(last.latenessMillis()).isEqualTo(1);
    assertThat(last.deadline()).isEqualTo(at("10:00"));
    assertThat(all).extracting(Utterance::id).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName(
      "R22: nobody is called for a clock that was stopped, a stop at the very instant included")
  void noLevelAfterAStop() {
    ticket.replied("10:00");
    assertThat(escalations("10:00:00.001")).isEmpty();
    assertThat(escalations("12:00:00.001")).isEmpty();
  }

  @Test
  @DisplayName("R20 R22: a cancelled or merged ticket escalates no further")
  void noLevelAfterAMerge() {
    escalations("10:00:00.001");
    ticket.merged("10:59:59.999");
    assertThat(utterances("11:00:00.001")).isEmpty();
  }

  @Test
  @DisplayName("R22: acknowledging stops the levels from its instant on, and only those")
  void acknowledgingStopsTheChain() {
    ticket.acknowledged("11:30", FIRST_REPLY, 1);
    assertThat(escalations("15:00"))
        .containsExactly(
            "1.0 09:30 team-lead mail", "2.0 10:00 duty-manager pager", "3.0 11:00 director phone");
  }

  @Test
  @DisplayName("R22: an acknowledgement a millisecond after a level does not undo it")
  void anAcknowledgementAfterALevelDoesNotUndoIt() {
    ticket.acknowledged("11:30:00.001", FIRST_REPLY, 1);
    assertThat(escalations("15:00")).hasSize(4).last().isEqualTo("3.1 11:30 director phone");
  }

  @Test
  @DisplayName("R22: acknowledging one clock stops no other, and stops no breach")
  void acknowledgingStopsOneClock() {
    ticket.promised("09:00", escalated(FIRST_REPLY, "PT1H"), escalated(RESTORATION, "PT1H"));
    ticket.acknowledged("09:10", FIRST_REPLY, 1);
    List<Utterance> all = utterances("10:00:00.001");
    assertThat(all.stream().map(Utterance::alert).filter(SlaBreached.class::isInstance)).hasSize(2);
    assertThat(all.stream().map(Utterance::alert).filter(TicketEscalated.class::isInstance))
        .hasSize(2)
        .allMatch(alert -> ((TicketEscalated) alert).metric() == RESTORATION);
  }

  @Test
  @DisplayName("R22: a reopened ticket escalates anew, whatever was acknowledged before")
  void aReopenedTicketEscalatesAnew() {
    Ticket reopened =
        new Ticket()
            .received("09:00")
            .promised("09:00", escalated(RESOLUTION, "PT1H"))
            .acknowledged("09:10", RESOLUTION, 1)
            .solved("09:20", 1)
            .reopened("12:00", 2);
    List<Utterance> all = utterances(reopened, "13:00:00.001");
    assertThat(named(all))
        .containsExactly("1.0 12:30 team-lead mail", "2.0 13:00 duty-manager pager");
    assertThat(((TicketEscalated) all.get(1).alert()).cycle()).isEqualTo(2);
  }

  @Test
  @DisplayName("R22: a pause moves the levels that are left, before and after the deadline")
  void aPauseMovesTheLevelsThatAreLeft() {
    ticket.paused("09:10").resumed("09:20").paused("10:20").resumed("10:50");
    assertThat(escalations("09:40")).isEmpty();
    assertThat(escalations("09:40:00.001")).containsExactly("1.0 09:40 team-lead mail");
    assertThat(escalations("10:10:00.001")).containsExactly("2.0 10:10 duty-manager pager");
    assertThat(escalations("11:40")).isEmpty();
    assertThat(escalations("11:40:00.001")).containsExactly("3.0 11:40 director phone");
  }

  @Test
  @DisplayName("R22: while the ticket waits no level after the deadline has an instant")
  void noLevelInAnOpenPause() {
    ticket.paused("10:20");
    assertThat(escalations("2026-11-30T09:00")).hasSize(2);
  }

  @Test
  @DisplayName("R9 R22: levels count working time, after the deadline as well")
  void levelsCountWorkingTime() {
    Ticket friday =
        new Ticket().received("2026-11-27T16:30").promised("2026-11-27T16:30", office());
    assertThat(named(utterances(friday, "2026-11-30T09:15"))).isEmpty();
    assertThat(named(utterances(friday, "2026-11-30T09:15:00.001"))).hasSize(1);
    assertThat(named(utterances(friday, "2026-12-01T09:30"))).isEmpty();
    assertThat(named(utterances(friday, "2026-12-01T09:30:00.001")))
        .containsExactly("2.0 2026-12-01T09:30 director phone");
  }

  /** A quarter of an hour before an hour has run, and a working day after. */
  private static Target office() {
    return target(RESTORATION, "PT1H", OFFICE)
        .escalatedAt(
            List.of(
                EscalationLevel.before(1, Duration.ofMinutes(15), "team-lead", "mail"),
                EscalationLevel.after(2, Duration.ofHours(8), "director", "phone")));
  }

  @Test
  @DisplayName("R9 R22: a deadline that an agent sets on a Saturday calls nobody before Monday")
  void noLevelOutsideHours() {
    Target atTheDeadline =
        target(RESTORATION, "PT1H", OFFICE)
            .escalatedAt(List.of(EscalationLevel.atShare(1, 100, "director", "phone")));
    Ticket byHand =
        new Ticket()
            .received("2026-11-27T16:30")
            .promised("2026-11-27T16:30", atTheDeadline)
            .overridden("2026-11-27T16:40", RESTORATION, "2026-11-28T12:00");
    assertThat(named(utterances(byHand, "2026-11-30T09:00"))).isEmpty();
    assertThat(named(utterances(byHand, "2026-11-30T09:00:00.001")))
        .containsExactly("1.0 2026-11-30T09:00 director phone");
  }

  @Test
  @DisplayName("R1 R22: a new promise re-aims the levels that were not said, and repeats none")
  void aNewPromiseReAimsWhatWasNotSaid() {
    assertThat(escalations("09:30:00.001")).hasSize(1);
    ticket.promised("09:31", escalated(FIRST_REPLY, "PT2H"));
    assertThat(escalations("11:00")).isEmpty();
    assertThat(escalations("11:00:00.001")).containsExactly("2.0 11:00 duty-manager pager");
  }

  @Test
  @DisplayName("R22: levels that a new promise finds past are reached when it is made")
  void levelsThatANewPromiseFindsPast() {
    Ticket late =
        new Ticket()
            .received("09:00")
            .promised("09:00", target(FIRST_REPLY, "PT8H"))
            .promised("12:00", escalated(FIRST_REPLY, "PT1H"));
    assertThat(named(utterances(late, "12:00"))).isEmpty();
    assertThat(named(utterances(late, "12:00:00.001")))
        .containsExactly("1.0 12:00 team-lead mail", "2.0 12:00 duty-manager pager");
    assertThat(named(utterances(late, "13:30:00.001")))
        .containsExactly("3.0 13:00 director phone", "3.1 13:30 director phone");
  }

  @Test
  @DisplayName("R22: a deadline set by hand re-aims the levels that were not said")
  void aDeadlineSetByHandReAims() {
    assertThat(escalations("09:30:00.001")).hasSize(1);
    ticket.overridden("09:40", FIRST_REPLY, "11:00");
    assertThat(escalations("11:00")).isEmpty();
    assertThat(escalations("11:00:00.001")).containsExactly("2.0 11:00 duty-manager pager");
    assertThat(escalations("12:00:00.001")).containsExactly("3.0 12:00 director phone");
  }

  @Test
  @DisplayName("R22: a promise without levels ends the chain")
  void aPromiseWithoutLevelsEndsTheChain() {
    escalations("09:30:00.001");
    ticket.promised("09:31", target(FIRST_REPLY, "PT1H"));
    assertThat(escalations("15:00")).isEmpty();
  }

  private List<String> escalations(String now) {
    return named(utterances(now));
  }

  private static List<String> named(List<Utterance> utterances) {
    return utterances.stream()
        .map(Utterance::alert)
        .filter(TicketEscalated.class::isInstance)
        .map(alert -> named((TicketEscalated) alert))
        .toList();
  }

  private static String named(TicketEscalated each) {
    String due = each.dueAt().toString().replace("2026-11-23T", "").replaceAll(":00Z$", "");
    return "%d.%d %s %s %s".formatted(each.level(), each.repetition(), due, each.to(), each.via());
  }

  private List<Utterance> utterances(String now) {
    return utterances(ticket, now);
  }

  private List<Utterance> utterances(Ticket told, String now) {
    Speech speech = Speaker.speak(told.clocks(now), said, at(now), SpokenUpTo.everything());
    said = speech.said();
    return speech.utterances();
  }
}
