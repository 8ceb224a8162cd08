package dev.hourglass.slamonitor.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.ledger.LoggedFact;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.slamonitor.Facts;
import dev.hourglass.slamonitor.ledger.EarlyFacts;
import dev.hourglass.slamonitor.ledger.FactLog;
import dev.hourglass.slamonitor.ledger.KeptFact;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "sla_monitor"))
class PostgresFactLogTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-23T09:00:00.123Z");
  private static final int MANY = 100;

  @Inject FactLog log;

  private final UUID ticketId = UUID.randomUUID();
  private final Facts facts = new Facts(ticketId);
  private final Event<Fact> received = facts.received(RECEIVED);
  private final Event<Fact> replied = facts.replied(RECEIVED.plusSeconds(60));

  @Test
  void givesBackWhatWasHeardInTheOrderInWhichItWas() {
    KeptFact first = kept(received, RECEIVED.plusMillis(7), 1);
    KeptFact second = kept(replied, RECEIVED.plusSeconds(61), 2);
    KeptFact foreign = kept(new Facts(UUID.randomUUID()).received(RECEIVED), RECEIVED, 3);
    log.keep(List.of(second, foreign, first));

    assertThat(log.of(ticketId, MANY)).containsExactly(first.fact(), second.fact());
    assertThat(log.of(ticketId, 1)).containsExactly(first.fact());
    assertThat(log.of(UUID.randomUUID(), MANY)).isEmpty();
  }

  @Test
  @DisplayName("R11: a redelivered fact stays as it was first heard")
  void keepsAFactOnce() {
    KeptFact first = kept(received, RECEIVED.plusMillis(7), 1);
    KeptFact again = kept(received, RECEIVED.plusSeconds(9), 4);
    log.keep(List.of(again, first));
    log.keep(List.of(again));

    assertThat(log.of(ticketId, MANY)).containsExactly(first.fact());
  }

  @Test
  @DisplayName("a fact dated before its ticket is counted, whichever of the two is heard first")
  void countsFactsFromBeforeTheirTicket() {
    EarlyFacts early = new EarlyFacts(log);
    KeptFact ticket = kept(received, RECEIVED.plusMillis(7), 2);
    KeptFact before = kept(facts.replied(RECEIVED.minusMillis(2_001)), RECEIVED.minusSeconds(2), 1);
    log.keep(List.of(before));
    assertThat(early.broughtToLightBy(List.of(before))).isZero();
    log.keep(List.of(ticket));
    assertThat(early.broughtToLightBy(List.of(ticket))).isEqualTo(1);

    KeptFact told = kept(facts.asked(RECEIVED.minusSeconds(60)), RECEIVED.plusSeconds(9), 3);
    KeptFact after = kept(replied, RECEIVED.plusSeconds(61), 4);
    log.keep(List.of(told, after));
    assertThat(early.broughtToLightBy(List.of(told, after))).isEqualTo(1);
    assertThat(early.broughtToLightBy(List.of(after))).isZero();
  }

  @Test
  void countsFactsFromBeforeTheirTicketThatComeWithIt() {
    EarlyFacts early = new EarlyFacts(log);
    KeptFact ticket = kept(received, RECEIVED.plusMillis(7), 2);
    KeptFact before = kept(facts.replied(RECEIVED.minusSeconds(60)), RECEIVED.plusMillis(8), 3);
    KeptFact after = kept(replied, RECEIVED.plusSeconds(61), 4);
    log.keep(List.of(before, ticket, after));

    assertThat(early.broughtToLightBy(List.of(after, before, ticket))).isEqualTo(1);
    assertThat(log.heardOfBefore(RECEIVED.plusMillis(8), List.of(ticketId))).contains(ticketId);
    assertThat(log.heardOfBefore(RECEIVED.plusMillis(7), List.of(ticketId))).isEmpty();
  }

  private static KeptFact kept(Event<Fact> event, Instant heardAt, long offset) {
    LoggedFact fact = new LoggedFact(HeardFact.of(event, heardAt), event.time());
    String document = new String(EventJson.write(event), StandardCharsets.UTF_8);
    return new KeptFact(fact, document, 0, offset);
  }
}
