package dev.hourglass.slamonitor.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Ticket records and facts as JSON, for the stores and their changelogs. */
public final class TicketJson {

  private static final JsonMapper MAPPER = EventJson.mapper();

  private TicketJson() {}

  public static Serde<TicketRecord> records() {
    return serde(TicketRecord.class, Function.identity(), Function.identity());
  }

  public static Serde<HeardFact> facts() {
    return serde(StoredFact.class, StoredFact::of, StoredFact::heard);
  }

  private static <S, V> Serde<V> serde(
      Class<S> stored, Function<V, S> toStored, Function<S, V> fromStored) {
    Serializer<V> write = (topic, value) -> value == null ? null : bytes(toStored.apply(value));
    Deserializer<V> read =
        (topic, bytes) -> bytes == null ? null : fromStored.apply(value(bytes, stored));
    return Serdes.serdeFrom(write, read);
  }

  private static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <S> S value(byte[] bytes, Class<S> type) {
    try {
      return MAPPER.readValue(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
