package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.PreparedBreach;
import dev.hourglass.contracts.alert.Evidence;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.slamonitor.json.TicketJson;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
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
    return Fields.write(
        FORM,
        TYPICAL * breaches.size(),
        breaches,
        (all, out) -> Fields.list(all, out, PreparedBytes::write));
  }

  private static void write(PreparedBreach prepared, DataOutputStream out) throws IOException {
    SlaBreached breach = prepared.breach();
    UUID id = UUID.fromString(prepared.id());
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
    Fields.name(breach.metric(), out);
    out.writeInt(breach.cycle());
    out.writeInt(breach.revision());
    Fields.instant(breach.deadline(), out);
    out.writeBoolean(breach.contractual());
    Fields.duration(breach.within(), out);
    out.writeUTF(breach.reference());
    Fields.optional(breach.account(), out, Fields::text);
    Fields.name(breach.priority(), out);
    Fields.name(breach.plan(), out);
    out.writeUTF(breach.edition());
  }

  /** The breaches that {@link #write} wrote, from {@code offset} to the end. */
  static List<PreparedBreach> read(String ticketId, byte[] bytes, int offset) {
    if (!Fields.areOfForm(FORM, bytes, offset)) {
      return TicketJson.prepared(bytes, offset);
    }
    UUID ticket = UUID.fromString(ticketId);
    return Fields.read(bytes, offset, in -> Fields.list(in, each -> breach(ticket, each)));
  }

  private static PreparedBreach breach(UUID ticket, DataInputStream in) throws IOException {
    String id = new UUID(in.readLong(), in.readLong()).toString();
    Metric metric = Metric.valueOf(in.readUTF());
    int cycle = in.readInt();
    int revision = in.readInt();
    Instant deadline = Fields.instant(in);
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
            Fields.duration(in),
            in.readUTF(),
            Fields.optional(in, Fields::text),
            Priority.valueOf(in.readUTF()),
            Plan.valueOf(in.readUTF()),
            in.readUTF()));
  }
}
