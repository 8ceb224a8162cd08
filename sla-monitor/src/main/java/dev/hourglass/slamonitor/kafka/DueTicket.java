package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.PreparedBreach;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * An entry of the index of what is due. Keys are an instant as eight bytes, big end first, and the
 * ticket's id, so that they stand in order of time; values are a few numbers and the breaches
 * prepared for that instant, which are read only when they are due.
 *
 * @param due when to look at the ticket, in milliseconds since 1970
 */
record DueTicket(long due, String ticketId, byte[] value) {

  private static final byte HELD = 1;
  private static final byte SAID = 2;
  private static final int OPEN_CLOCKS = 1;
  private static final int BREACHES = OPEN_CLOCKS + Integer.BYTES;
  private static final int PREPARED = BREACHES + Long.BYTES;

  /**
   * An entry.
   *
   * @param held whether a breach of the ticket waits for the speakers
   * @param breaches how many breaches and withdrawals of it were said
   */
  static DueTicket of(
      long due,
      String ticketId,
      boolean held,
      int openClocks,
      long breaches,
      List<PreparedBreach> prepared) {
    byte[] breachBytes = prepared.isEmpty() ? new byte[0] : PreparedBytes.write(prepared);
    byte[] value =
        ByteBuffer.allocate(PREPARED + breachBytes.length)
            .put(held ? HELD : 0)
            .putInt(openClocks)
            .putLong(breaches)
            .put(breachBytes)
            .array();
    return new DueTicket(due, ticketId, value);
  }

  static DueTicket read(Bytes key, byte[] value) {
    byte[] bytes = key.get();
    String ticketId =
        new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8);
    return new DueTicket(ByteBuffer.wrap(bytes).getLong(), ticketId, value);
  }

  /** The instant of a key. */
  static long due(Bytes key) {
    return ByteBuffer.wrap(key.get()).getLong();
  }

  /** The first key of an instant. */
  static Bytes from(long instant) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(instant).array());
  }

  static Bytes key(long due, String ticketId) {
    byte[] id = ticketId.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + id.length).putLong(due).put(id).array());
  }

  Bytes key() {
    return key(due, ticketId);
  }

  boolean held() {
    return (value[0] & HELD) != 0;
  }

  /**
   * Whether the prepared breaches have been said, and the ticket is still to be looked at, as
   * former versions noted it; now a {@link SaidBatch} does.
   */
  boolean said() {
    return (value[0] & SAID) != 0;
  }

  int openClocks() {
    return ByteBuffer.wrap(value).getInt(OPEN_CLOCKS);
  }

  long breaches() {
    return ByteBuffer.wrap(value).getLong(BREACHES);
  }

  boolean isPrepared() {
    return value.length > PREPARED;
  }

  List<PreparedBreach> prepared() {
    return isPrepared() ? PreparedBytes.read(ticketId, value, PREPARED) : List.of();
  }
}
