package dev.hourglass.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.timing.TicketResumed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PlainDataTest {

  private static final String[] TEXTS = {
    "HG-1", "", "a \"quoted\" \\ path", "Zürich 😀", "\n\u0001"
  };

  @RepeatedTest(200)
  @DisplayName("what is written field by field is what the mapper would write, byte for byte")
  void theSameBytes(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    assertSame(breach(random));
    assertSame(state(random));
  }

  @Test
  @DisplayName("data of any other kind are left to the mapper")
  void othersAreLeftToTheMapper() throws IOException {
    TicketResumed fact = new TicketResumed(UUID.randomUUID(), Instant.EPOCH);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = EventJson.mapper().createGenerator(bytes)) {
      assertThat(PlainData.write(fact, json)).isFalse();
    }
    assertThat(bytes.toByteArray()).isEmpty();
  }

  private static void assertSame(EventData data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = EventJson.mapper().createGenerator(bytes)) {
      assertThat(PlainData.write(data, json)).isTrue();
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(new String(EventJson.mapper().writeValueAsBytes(data), StandardCharsets.UTF_8));
  }

  private static SlaBreached breach(Random random) {
    return new SlaBreached(
        UUID.randomUUID(),
        one(random, Metric.values()),
        random.nextInt(),
        random.nextInt(3),
        instant(random),
        instant(random),
        random.nextLong(),
        random.nextBoolean(),
        one(random, Evidence.values()),
        random.nextBoolean(),
        duration(random),
        one(random, TEXTS),
        maybe(random, one(random, TEXTS)),
        one(random, Priority.values()),
        one(random, Plan.values()),
        one(random, TEXTS));
  }

  private static ClocksChanged state(Random random) {
    return new ClocksChanged(
        UUID.randomUUID(),
        random.nextLong(),
        instant(random),
        random.nextInt(),
        maybe(random, one(random, TEXTS)),
        maybe(random, one(random, TEXTS)),
        maybe(random, one(random, Priority.values())),
        maybe(random, one(random, Plan.values())),
        maybe(random, one(random, TEXTS)),
        IntStream.range(0, random.nextInt(4)).mapToObj(i -> clock(random)).toList());
  }

  private static ClockState clock(Random random) {
    return new ClockState(
        one(random, Metric.values()),
        random.nextInt(5),
        one(random, ClockStatus.values()),
        instant(random),
        maybe(random, instant(random)),
        maybe(random, duration(random)),
        maybe(random, instant(random)),
        duration(random),
        one(random, TEXTS),
        random.nextBoolean());
  }

  private static Instant instant(Random random) {
    return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
  }

  private static Duration duration(Random random) {
    return Duration.ofMillis(random.nextInt());
  }

  private static <V> @Nullable V maybe(Random random, V value) {
    return random.nextBoolean() ? value : null;
  }

  @SafeVarargs
  private static <V> V one(Random random, V... values) {
    return values[random.nextInt(values.length)];
  }
}
