package dev.hourglass.slamonitor.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.hourglass.clocks.alert.PreparedBreach;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** What the stores keep of tickets, as JSON. */
public final class TicketJson {

  private static final ObjectReader RECORD = EventJson.mapper().readerFor(TicketRecord.class);
  private static final ObjectReader BREACHES =
      EventJson.mapper().readerForListOf(PreparedBreach.class);
  private static final ObjectWriter WRITER = EventJson.mapper().writer();

  private TicketJson() {}

  public static Serde<TicketRecord> records() {
    return Serdes.serdeFrom(
        (topic, record) -> record == null ? null : bytes(record),
        (topic, bytes) -> bytes == null ? null : value(RECORD, bytes, 0, bytes.length));
  }

  /** Prepared breaches as former versions kept them, from {@code offset} to the end. */
  public static List<PreparedBreach> prepared(byte[] bytes, int offset) {
    return value(BREACHES, bytes, offset, bytes.length - offset);
  }

  private static byte[] bytes(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <V> V value(ObjectReader reader, byte[] bytes, int offset, int length) {
    try {
      return reader.readValue(bytes, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
