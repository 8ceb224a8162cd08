package dev.hourglass.slamonitor.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * The entry of the index that names the tickets said in one turn. Each is named by when it was due,
 * by how many breaches had been said of it, and by its id: a look counts what was said, so that an
 * entry which it wrote has another name.
 */
final class SaidBatch {

  /** Behind the tickets that were touched, before all that can be due. */
  static final long WHEN = 1;

  private static final int NUMBERS = Long.BYTES + Long.BYTES;

  private SaidBatch() {}

  static Bytes key(long number) {
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + Long.BYTES).putLong(WHEN).putLong(number).array());
  }

  static long number(byte[] key) {
    return ByteBuffer.wrap(key).getLong(Long.BYTES);
  }

  static String name(DueTicket ticket) {
    return name(ticket.due(), ticket.breaches(), ticket.ticketId());
  }

  private static String name(long due, long breaches, String ticketId) {
    return due + "/" + breaches + "/" + ticketId;
  }

  static byte[] write(List<DueTicket> tickets) {
    List<byte[]> ids =
        tickets.stream().map(t -> t.ticketId().getBytes(StandardCharsets.UTF_8)).toList();
    int length = ids.stream().mapToInt(id -> NUMBERS + Short.BYTES + id.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (int i = 0; i < ids.size(); i++) {
      bytes.putLong(tickets.get(i).due()).putLong(tickets.get(i).breaches());
      bytes.putShort((short) ids.get(i).length).put(ids.get(i));
    }
    return bytes.array();
  }

  /** The names of the tickets. */
  static List<String> read(byte[] batch) {
    List<String> names = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(batch);
    while (bytes.hasRemaining()) {
      long due = bytes.getLong();
      long breaches = bytes.getLong();
      int from = bytes.position() + Short.BYTES;
      int to = from + bytes.getShort();
      byte[] id = Arrays.copyOfRange(batch, from, to);
      bytes.position(to);
      names.add(name(due, breaches, new String(id, StandardCharsets.UTF_8)));
    }
    return names;
  }
}
