package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.PreparedBreach;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.slamonitor.json.TicketJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Prepared breaches as the index keeps them: the fields one after the other, behind the number of
 * this form. Former versions kept JSON, which is read as well. What is only known when a breach is
 * said is not kept, and neither is the ticket, which stands in the key.
 */
final class PreparedBytes {

  /** No JSON begins like this. */
  private static final byte FORM = 1;

  private static final int TYPICAL = 160;

  private PreparedBytes() {}

  static byte[] write(List<PreparedBreach> breaches) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL * breaches.size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeShort(breaches.size());
      for (PreparedBreach breach : breaches) {
        write(breach, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(PreparedBreach prepared, DataOutputStream out) throws IOException {
    SlaBreached breach = prepared.breach();
    UUID id = UUID.fromString(prepared.id());
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
    out.writeUTF(breach.metric().name());
    out.writeInt(breach.cycle());
    out.writeInt(breach.revision());
    out.writeLong(breach.deadline().getEpochSecond());
    out.writeInt(breach.deadline().getNano());
    out.writeBoolean(breach.contractual());
    out.writeLong(breach.within().getSeconds());
    out.writeInt(breach.within().getNano());
    out.writeUTF(breach.reference());
    out.writeBoolean(breach.account() != null);
    if (breach.account() != null) {
      out.writeUTF(breach.account());
    }
    out.writeUTF(breach.priority().name());
    out.writeUTF(breach.plan().name());
    out.writeUTF(breach.edition());
  }

  /** The breaches that {@link #write} wrote, from {@code offset} to the end. */
  static List<PreparedBreach> read(String ticketId, byte[] bytes, int offset) {
    if (bytes[offset] != FORM) {
      return TicketJson.prepared(bytes, offset);
    }
    int from = offset + Byte.BYTES;
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
      UUID ticket = UUID.fromString(ticketId);
      int count = in.readShort();
      List<PreparedBreach> breaches = new ArrayList<>(count);
      while (breaches.size() < count) {
        breaches.add(read(ticket, in));
      }
      return breaches;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PreparedBreach read(UUID ticket, DataInputStream in) throws IOException {
    String id = new UUID(in.readLong(), in.readLong()).toString();
    Metric metric = Metric.valueOf(in.readUTF());
    int cycle = in.readInt();
    int revision = in.readInt();
    Instant deadline = Instant.ofEpochSecond(in.readLong(), in.readInt());
    return new PreparedBreach(
        id,
        new SlaBreached(
            ticket,
            metric,
            cycle,
            revision,
            deadline,
            deadline,
            0,
            false,
            Evidence.COMPLETE,
            in.readBoolean(),
            Duration.ofSeconds(in.readLong(), in.readInt()),
            in.readUTF(),
            in.readBoolean() ? in.readUTF() : null,
            Priority.valueOf(in.readUTF()),
            Plan.valueOf(in.readUTF()),
            in.readUTF()));
  }
}
