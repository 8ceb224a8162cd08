package dev.hourglass.slamonitor.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourglass.clocks.alert.Said;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Ticket records as JSON, for the store and its changelog. */
public final class TicketJson {

  private static final JsonMapper MAPPER = EventJson.mapper();

  private TicketJson() {}

  public static Serde<TicketRecord> serde() {
    Serializer<TicketRecord> write = (topic, record) -> record == null ? null : write(record);
    Deserializer<TicketRecord> read = (topic, bytes) -> bytes == null ? null : read(bytes);
    return Serdes.serdeFrom(write, read);
  }

  static byte[] write(TicketRecord record) {
    StoredTicket stored =
        new StoredTicket(
            record.facts().stream().map(StoredFact::of).toList(),
            record.said(),
            record.due(),
            record.warnings(),
            record.breaches(),
            record.clocks(),
            record.shrunkAt());
    try {
      return MAPPER.writeValueAsBytes(stored);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TicketRecord read(byte[] bytes) {
    try {
      StoredTicket stored = MAPPER.readValue(bytes, StoredTicket.class);
      return new TicketRecord(
          stored.facts().stream().map(StoredFact::heard).toList(),
          stored.said(),
          stored.due(),
          stored.warnings(),
          stored.breaches(),
          stored.clocks(),
          stored.shrunkAt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A ticket record with its facts as JSON trees. */
  record StoredTicket(
      List<StoredFact> facts,
      Said said,
      long due,
      long warnings,
      long breaches,
      ClocksChanged clocks,
      Instant shrunkAt) {}

  /** A fact with the name of its type beside it. */
  record StoredFact(
      String id, String source, long sequence, Instant heardAt, String type, JsonNode data) {

    static StoredFact of(HeardFact heard) {
      return new StoredFact(
          heard.id(),
          heard.source(),
          heard.sequence(),
          heard.heardAt(),
          heard.fact().getClass().getSimpleName(),
          MAPPER.valueToTree(heard.fact()));
    }

    HeardFact heard() {
      Class<? extends Fact> record =
          Topics.TIMINGS
              .type(type)
              .orElseThrow(() -> new IllegalStateException("the store holds an unknown fact"));
      try {
        return new HeardFact(id, source, sequence, heardAt, MAPPER.treeToValue(data, record));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
