package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.slamonitor.Facts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlaTopologyBadInputTest extends DrivenTopology {

  @Test
  void whatIsNoFactGoesToTheDeadLettersAndTheNextIsRead() {
    input().pipeInput(new TestRecord<>(key(), "no json".getBytes(StandardCharsets.UTF_8), now));
    input().pipeInput(new TestRecord<>(key(), null, now));
    input().pipeInput(new TestRecord<>(key(), new byte[] {(byte) 0xff, 0}, now));
    byte[] foreign = "another-key".getBytes(StandardCharsets.UTF_8);
    input().pipeInput(new TestRecord<>(foreign, EventJson.write(facts.received(START)), now));
    hear(facts.received(START));
    tick();

    List<TestRecord<byte[], byte[]>> buried = buried();
    assertThat(buried).hasSize(4);
    assertThat(header(buried.get(1).headers(), "dead-letter-reason"))
        .isEqualTo("the record has no value");
    assertThat(header(buried.get(3).headers(), "dead-letter-topic")).isEqualTo("timings");
    assertThat(lastState().ticketId()).isEqualTo(ticketId);
  }

  @Test
  void theSameEventTwiceChangesNothing() {
    Event<?> received = facts.received(START);
    Event<?> promised = facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR));
    hear(received);
    hear(promised);
    tick();
    lastState();
    hear(received);
    hear(promised);
    turnTo(START.plusSeconds(10));
    assertThat(states()).isEmpty();
  }

  @Test
  void anEditionIsImmutableAndABadOneIsBuried() {
    editions().pipeInput("bad".getBytes(StandardCharsets.UTF_8), new byte[] {'{'});
    assertThat(buriedEditions).hasSize(1);
  }

  @Test
  @DisplayName("a fact of a ticket never heard of is kept, and folded when the rest arrives")
  void aReplyThatIsHeardBeforeItsTicketCounts() {
    hear(facts.replied(START));
    turnTo(START.plus(Duration.ofDays(6)));
    assertThat(states()).isEmpty();
    assertThat(buried()).isEmpty();

    hear(facts.received(START.minusSeconds(60)));
    hear(facts.promised(START.minusSeconds(60), EDITION, target(Metric.FIRST_REPLY, HOUR)));
    tick();

    assertThat(lastState().clocks())
        .singleElement()
        .satisfies(
            clock -> {
              assertThat(clock.status()).isEqualTo(ClockStatus.MET);
              assertThat(clock.stoppedAt()).isEqualTo(START);
            });
    assertThat(breaches()).isEmpty();
    assertThat(buried()).isEmpty();
  }

  @Test
  @DisplayName("a fact dated in the future is accepted, counts when it was heard, and is counted")
  void aFactFromTheFutureIsCounted() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    hear(new Facts(UUID.randomUUID()).received(START.plus(HeardFact.ALLOWED_SKEW)));
    assertThat(doubted()).isZero();

    hear(facts.replied(START.plus(HeardFact.ALLOWED_SKEW).plusMillis(1)));
    tick();

    assertThat(doubted()).isEqualTo(1);
    assertThat(states())
        .flatExtracting(state -> state.data().clocks())
        .extracting(ClockState::stoppedAt)
        .containsExactly(START);
    assertThat(buried()).isEmpty();
  }

  @Test
  @DisplayName("a fact from before its ticket is accepted, and stops no clock that it precedes")
  void aReplyFromBeforeTheTicketIsNoReplyToIt() {
    hear(facts.received(START));
    hear(facts.promised(START, EDITION, target(Metric.FIRST_REPLY, HOUR)));
    hear(facts.replied(START.minusSeconds(10)));
    turnTo(START.plus(HOUR).plus(TICK));

    assertThat(breaches()).hasSize(1);
    assertThat(buried()).isEmpty();
  }

  private double doubted() {
    return registry.get("sla.monitor.facts.doubted").counter().count();
  }

  @Test
  void factsOfATicketNeverReceivedAreBuriedAfterAWeek() {
    hear(facts.replied(START));
    turnTo(START.plus(Duration.ofDays(7)).minusMillis(1));
    assertThat(buried()).isEmpty();
    turnTo(START.plus(Duration.ofDays(7)).plusMillis(100));
    TestRecord<byte[], byte[]> record = buried().get(0);
    assertThat(header(record.headers(), "dead-letter-reason"))
        .isEqualTo("the ticket was never received");
    assertThat(EventJson.read(Topics.TIMINGS, record.value()).data().ticketId())
        .isEqualTo(ticketId);
  }
}
