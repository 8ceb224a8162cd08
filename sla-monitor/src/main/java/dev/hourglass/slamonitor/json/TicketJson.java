package dev.hourglass.slamonitor.json;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.hourglass.clocks.alert.PreparedBreach;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What the stores of former versions keep of tickets, as JSON. */
public final class TicketJson {

  private static final ObjectReader RECORD = EventJson.mapper().readerFor(TicketRecord.class);
  private static final ObjectReader BREACHES =
      EventJson.mapper().readerForListOf(PreparedBreach.class);

  private TicketJson() {}

  /** What was kept of a ticket beside its facts. */
  public static TicketRecord record(byte[] bytes) {
    return value(RECORD, bytes, 0);
  }

  /** Prepared breaches, from {@code offset} to the end. */
  public static List<PreparedBreach> prepared(byte[] bytes, int offset) {
    return value(BREACHES, bytes, offset);
  }

  private static <V> V value(ObjectReader reader, byte[] bytes, int offset) {
    try {
      return reader.readValue(bytes, offset, bytes.length - offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
