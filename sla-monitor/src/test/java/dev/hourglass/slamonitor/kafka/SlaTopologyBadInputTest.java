package dev.hourglass.slamonitor.kafka;

import static dev.hourglass.slamonitor.Facts.EDITION;
import static dev.hourglass.slamonitor.Facts.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Metric;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
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
