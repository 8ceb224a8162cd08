package dev.hourglass.slamonitor.ledger;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.ledger.Ledger;
import dev.hourglass.clocks.ledger.LoggedFact;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.slamonitor.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertComparisonTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant WARNING = RECEIVED.plusSeconds(1_800);
  private static final Instant DEADLINE = RECEIVED.plusSeconds(3_600);
  private static final Instant LATER = RECEIVED.plusSeconds(7_200);
  private static final Calendars ALWAYS =
      (edition, name) -> Optional.of(WorkingCalendar.of(CalendarDefinition.alwaysOn(name)));

  private final UUID ticketId = UUID.randomUUID();
  private final Facts facts = new Facts(ticketId);
  private final List<LoggedFact> heard = new ArrayList<>();

  @BeforeEach
  void aFirstReplyWithinAnHour() {
    hear(facts.received(RECEIVED));
    hear(facts.promised(RECEIVED, EDITION, target(Metric.FIRST_REPLY, Duration.ofHours(1))));
  }

  @Test
  void whatWasSaidAndIsCalledForAgrees() {
    assertThat(compared(warning("w"), breach("b", DEADLINE)))
        .extracting(AlertEntry::id, AlertEntry::accord)
        .containsExactly(tuple("w", Accord.AGREED), tuple("b", Accord.AGREED));
  }

  @Test
  void whatIsCalledForAndWasNotSaidIsSeen() {
    assertThat(compared(warning("w")))
        .extracting(AlertEntry::type, AlertEntry::dueAt, AlertEntry::accord)
        .containsExactly(
            tuple("SlaAtRisk", WARNING, Accord.AGREED),
            tuple("SlaBreached", DEADLINE, Accord.NOT_SAID));
  }

  @Test
  void aBreachOfAnotherDeadlineIsAnother() {
    assertThat(compared(warning("w"), breach("b", DEADLINE.plusMillis(1))))
        .extracting(AlertEntry::accord)
        .containsExactly(Accord.AGREED, Accord.NOT_SAID, Accord.NOT_DUE);
  }

  @Test
  void aWarningIsTheSameUnderAnotherNumberOrAtAnotherInstant() {
    SaidAlert renumbered = alert("w", "SlaAtRisk", 2, 1, WARNING, null);
    SaidAlert moved = alert("w", "SlaAtRisk", 1, 1, WARNING.minusSeconds(60), null);
    SaidAlert another = alert("w", "SlaAtRisk", 2, 1, WARNING.minusSeconds(60), null);

    assertThat(accordOf(renumbered)).isEqualTo(Accord.AGREED);
    assertThat(accordOf(moved)).isEqualTo(Accord.AGREED);
    assertThat(accordOf(another)).isEqualTo(Accord.NOT_DUE);
  }

  @Test
  void aBreachThatWasTakenBackIsNotCalledForAnyMore() {
    hear(facts.replied(RECEIVED.plusSeconds(60)));
    assertThat(compared(breach("b", DEADLINE), takingBack("b")))
        .extracting(AlertEntry::id, AlertEntry::accord)
        .containsExactlyInAnyOrder(
            tuple("b", Accord.TAKEN_BACK), tuple("of b", Accord.NOT_COMPARED));
  }

  @Test
  void aBreachThatNobodyTookBackYetIsSeen() {
    hear(facts.replied(RECEIVED.plusSeconds(60)));
    assertThat(compared(breach("b", DEADLINE)))
        .singleElement()
        .satisfies(entry -> assertThat(entry.accord()).isEqualTo(Accord.NOT_DUE));
  }

  @Test
  void anAlertOfATypeThatNobodyKnowsIsListed() {
    SaidAlert escalated = alert("e", "TicketEscalated", 2, DEADLINE, null);
    assertThat(compared(warning("w"), breach("b", DEADLINE), escalated))
        .filteredOn(entry -> entry.type().equals("TicketEscalated"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.level()).isEqualTo(2);
              assertThat(entry.accord()).isEqualTo(Accord.NOT_COMPARED);
            });
  }

  private List<AlertEntry> compared(SaidAlert... said) {
    return AlertComparison.of(Ledger.latest(heard, ALWAYS, LATER), List.of(said));
  }

  private void hear(Event<Fact> event) {
    heard.add(new LoggedFact(HeardFact.of(event, LATER), event.time()));
  }

  private SaidAlert warning(String id) {
    return alert(id, "SlaAtRisk", 1, WARNING, null);
  }

  private SaidAlert breach(String id, Instant deadline) {
    return alert(id, "SlaBreached", 0, deadline, null);
  }

  private SaidAlert takingBack(String id) {
    return alert("of " + id, "SlaBreachWithdrawn", 0, DEADLINE, id);
  }

  private Accord accordOf(SaidAlert alert) {
    return compared(alert).stream()
        .filter(entry -> alert.id().equals(entry.id()))
        .findFirst()
        .orElseThrow()
        .accord();
  }

  private SaidAlert alert(String id, String type, int level, Instant dueAt, String takesBack) {
    return alert(id, type, 1, level, dueAt, takesBack);
  }

  private SaidAlert alert(
      String id, String type, int cycle, int level, Instant dueAt, String takesBack) {
    return new SaidAlert(
        ticketId,
        id,
        type,
        Metric.FIRST_REPLY,
        cycle,
        level,
        dueAt,
        dueAt.plusMillis(40),
        40L,
        null,
        takesBack,
        "{}");
  }
}
