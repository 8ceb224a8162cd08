package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.slamonitor.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said at a deadline without a look at the facts, and looked at later. */
class PreparedBreachesTest extends DrivenKeeper {

  private static final Calendars CALENDARS =
      (edition, calendar) -> Optional.of(WorkingCalendar.of(CalendarDefinition.alwaysOn(calendar)));

  private final List<Event<?>> breaches = new ArrayList<>();

  @Test
  @DisplayName("R13: a restart between a breach and the look that follows it says nothing twice")
  void aRestartBeforeTheLookThatFollows() {
    Facts facts = new Facts(UUID.randomUUID());
    start();
    hear(facts.received(START));
    hear(
        facts.promised(
            START,
            EDITION,
            target(Metric.FIRST_REPLY, HOUR),
            target(Metric.RESTORATION, HOUR.multipliedBy(2))));
    tickAt(START);
    tickAt(START.plus(HOUR.dividedBy(2)));
    tickAt(START.plus(HOUR));
    assertThat(said(SlaBreached.class)).isEmpty();
    tickAt(START.plus(HOUR).plusMillis(1));
    assertThat(said(SlaBreached.class)).hasSize(1);
    assertThat(lastState().clocks().get(0).status()).isEqualTo(ClockStatus.AT_RISK);

    start();
    tickAt(START.plus(HOUR).plusMillis(2));
    assertThat(said(SlaBreached.class)).isEmpty();
    assertThat(lastState().clocks().get(0).status()).isEqualTo(ClockStatus.BREACHED);

    tickAt(START.plus(HOUR.multipliedBy(2)).plusMillis(1));
    assertThat(said(SlaBreached.class))
        .singleElement()
        .satisfies(breach -> assertThat(breach.metric()).isEqualTo(Metric.RESTORATION));
  }

  @Test
  @DisplayName("R13: a fact that nobody has looked at yet keeps what is prepared from being said")
  void aFactThatNobodyHasLookedAtCounts() {
    Facts facts = new Facts(UUID.randomUUID());
    start();
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tickAt(START.plus(HOUR));
    hear(facts.replied(START.plus(HOUR)));
    start();
    tickAt(START.plus(HOUR).plusSeconds(1));

    assertThat(said(SlaBreached.class)).isEmpty();
    assertThat(lastState().clocks().get(0).status()).isEqualTo(ClockStatus.MET);
  }

  @Test
  @DisplayName("two promises missed at the same instant are both said, in one sequence")
  void saysAllThatIsMissedAtOneInstant() {
    Facts facts = new Facts(UUID.randomUUID());
    start();
    hear(facts.received(START));
    hear(
        facts.promised(
            START, EDITION, target(Metric.FIRST_REPLY, HOUR), target(Metric.RESTORATION, HOUR)));
    tickAt(START.plus(HOUR.dividedBy(2)));
    tickAt(START.plus(HOUR).plusMillis(1));
    collect();

    assertThat(breaches).extracting(Event::sequence).containsExactly(1L, 2L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  @DisplayName("R13: through restarts and silences each true breach of a hundred tickets is said")
  void saysTheTrueBreachesOfRandomTickets(int seed) {
    Random random = new Random(seed);
    TreeMap<Instant, List<Event<Fact>>> told = new TreeMap<>();
    for (int ticket = 0; ticket < 100; ticket++) {
      history(random).forEach(f -> told.computeIfAbsent(f.time(), t -> new ArrayList<>()).add(f));
    }
    start();
    Instant end = START.plus(HOUR.multipliedBy(8));
    for (Instant now = START; now.isBefore(end); now = now.plusSeconds(1 + random.nextInt(400))) {
      var heard = told.headMap(now, true);
      heard.values().forEach(facts -> facts.forEach(this::hear));
      heard.clear();
      spoken = random.nextInt(3) == 0 ? upTo(now.minusSeconds(random.nextInt(900))) : upTo(now);
      tickAt(now);
      if (random.nextInt(10) == 0) {
        collect();
        start();
      }
    }
    spoken = SpokenUpTo.everything();
    IntStream.range(0, 3).forEach(tick -> tickAt(end));
    collect();

    assertThat(breaches).extracting(Event::id).doesNotHaveDuplicates();
    assertThat(breaches).extracting(Event::type).containsOnly("SlaBreached");
    assertThat(saidByTicket()).isEqualTo(trueByTicket(end));
    assertThat(trueByTicket(end)).hasSizeGreaterThan(20);
  }

  private static SpokenUpTo upTo(Instant instant) {
    return new SpokenUpTo(instant, instant, Instant.MIN);
  }

  private final List<HeardFact> all = new ArrayList<>();

  private List<Event<Fact>> history(Random random) {
    Facts facts = new Facts(UUID.randomUUID());
    List<Event<Fact>> history = new ArrayList<>();
    Instant at = START.plusSeconds(random.nextInt(7_200));
    history.add(facts.received(at));
    history.add(facts.promised(at, EDITION, targets(random)));
    for (int i = random.nextInt(5); i > 0; i--) {
      at = at.plusSeconds(random.nextInt(3_600));
      history.add(
          switch (random.nextInt(5)) {
            case 0 -> facts.replied(at);
            case 1 -> facts.asked(at);
            case 2 -> facts.paused(at);
            case 3 -> facts.resumed(at);
            default -> facts.closed(at);
          });
    }
    history.forEach(event -> all.add(HeardFact.of(event, event.time())));
    return history;
  }

  private static Target[] targets(Random random) {
    return List.of(Metric.FIRST_REPLY, Metric.RESTORATION, Metric.NEXT_REPLY).stream()
        .map(metric -> target(metric, Duration.ofMinutes(30L * (1 + random.nextInt(4)))))
        .toArray(Target[]::new);
  }

  private void collect() {
    context.forwarded().stream()
        .map(forward -> (Event<?>) forward.record().value())
        .filter(e -> e.data() instanceof SlaBreached || e.data() instanceof SlaBreachWithdrawn)
        .forEach(breaches::add);
  }

  private Map<String, List<String>> saidByTicket() {
    Map<String, List<String>> said = new TreeMap<>();
    for (Event<?> event : breaches) {
      SlaBreached breach = (SlaBreached) event.data();
      List<String> ofTicket = said.computeIfAbsent(event.subject(), id -> new ArrayList<>());
      ofTicket.add(breach.metric() + " " + breach.cycle() + " " + breach.deadline());
      assertThat(event.sequence()).isEqualTo(ofTicket.size());
    }
    said.values().forEach(ofTicket -> ofTicket.sort(Comparator.naturalOrder()));
    return said;
  }

  private Map<String, List<String>> trueByTicket(Instant end) {
    Map<String, List<HeardFact>> byTicket = new TreeMap<>();
    all.forEach(f -> byTicket.computeIfAbsent(f.fact().subject(), id -> new ArrayList<>()).add(f));
    Map<String, List<String>> missed = new TreeMap<>();
    byTicket.forEach(
        (ticketId, facts) -> {
          List<String> ofTicket =
              ClockFold.fold(TicketHistory.of(facts), CALENDARS, end).clocks().stream()
                  .filter(clock -> clock.missed().isPresent())
                  .map(PreparedBreachesTest::words)
                  .sorted()
                  .toList();
          if (!ofTicket.isEmpty()) {
            missed.put(ticketId, ofTicket);
          }
        });
    return missed;
  }

  private static String words(SlaClock clock) {
    return clock.metric() + " " + clock.cycle() + " " + clock.missed().orElseThrow();
  }
}
