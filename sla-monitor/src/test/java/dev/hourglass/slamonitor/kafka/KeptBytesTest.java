package dev.hourglass.slamonitor.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.clocks.alert.PreparedBreach;
import dev.hourglass.clocks.alert.Said;
import dev.hourglass.clocks.alert.SaidBreach;
import dev.hourglass.clocks.alert.SaidClock;
import dev.hourglass.clocks.alert.SaidEscalation;
import dev.hourglass.clocks.alert.SaidWarning;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the stores hold is the same after it was stored, also by the version before this one. */
class KeptBytesTest {

  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00.000000001Z");
  private static final UUID TICKET = UUID.randomUUID();

  @Test
  @DisplayName("what was said of a ticket is the same after it was stored")
  void whatWasSaidIsTheSameAfterItWasStored() {
    SaidClock turn = new SaidClock(Metric.NEXT_REPLY, 3, TEN);
    SaidClock clock = new SaidClock(Metric.FIRST_REPLY, 1, null);
    TicketRecord record =
        new TicketRecord(
            new Said(
                true,
                List.of(new SaidWarning(clock, 1), new SaidWarning(turn, 2)),
                List.of(
                    new SaidBreach(Metric.FIRST_REPLY, 1, 0, TEN, true),
                    new SaidBreach(Metric.UPDATE, 4, 2, TEN, false)),
                List.of(new SaidEscalation(turn, 1, 7))),
            TEN.toEpochMilli(),
            2,
            5,
            9,
            "a fingerprint",
            3,
            TEN);

    assertThat(stored(record)).isEqualTo(record);
    assertThat(stored(TicketRecord.empty())).isEqualTo(TicketRecord.empty());
  }

  @Test
  @DisplayName("what the version before kept of a ticket as JSON is read")
  void readsTicketsOfTheVersionBefore() {
    String kept =
        """
        {"said":{"noPromise":false,
                 "warnings":[{"clock":{"metric":"FIRST_REPLY","cycle":1},"level":1}],
                 "breaches":[{"metric":"FIRST_REPLY","cycle":1,"revision":0,
                              "deadline":"2026-11-22T10:00:00Z","standing":true}]},
         "due":9223372036854775807,"warnings":1,"breaches":1,"version":3,"openClocks":2}
        """;

    TicketRecord record = record(kept.getBytes(StandardCharsets.UTF_8));

    assertThat(record.said().escalations()).isEmpty();
    assertThat(record.said().warnings()).hasSize(1);
    assertThat(record.due()).isEqualTo(TicketRecord.NEVER);
    assertThat(stored(record)).isEqualTo(record);
  }

  @Test
  @DisplayName("prepared breaches are the same after they were stored, of either version")
  void preparedBreachesAreTheSame() throws IOException {
    List<PreparedBreach> breaches = List.of(breach("10001"), breach(null));

    byte[] written = PreparedBytes.write(breaches);
    byte[] before = EventJson.mapper().writeValueAsBytes(breaches);

    assertThat(PreparedBytes.read(TICKET.toString(), written, 0)).isEqualTo(breaches);
    assertThat(PreparedBytes.read(TICKET.toString(), before, 0)).isEqualTo(breaches);
    assertThat(written).hasSizeLessThan(before.length / 2);
  }

  @Test
  @DisplayName("what a later version kept is refused, with what to do")
  void refusesWhatALaterVersionKept() {
    assertThatThrownBy(() -> record(new byte[] {2, 0, 0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("later version")
        .hasMessageContaining("./hourglass reset");
    assertThatThrownBy(() -> PreparedBytes.read(TICKET.toString(), new byte[] {2, 0}, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  private static PreparedBreach breach(String account) {
    return new PreparedBreach(
        UUID.randomUUID().toString(),
        new SlaBreached(
            TICKET,
            Metric.RESTORATION,
            2,
            1,
            TEN,
            TEN,
            0,
            false,
            Evidence.COMPLETE,
            true,
            Duration.ofSeconds(7_200, 5),
            "HG-1 \u00e9",
            account,
            Priority.P2,
            Plan.PREMIER,
            "2026-1"));
  }

  private static TicketRecord stored(TicketRecord record) {
    return record(TicketBytes.records().serializer().serialize("tickets", record));
  }

  private static TicketRecord record(byte[] bytes) {
    return TicketBytes.records().deserializer().deserialize("tickets", bytes);
  }
}
