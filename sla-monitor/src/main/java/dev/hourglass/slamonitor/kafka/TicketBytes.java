package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.alert.Said;
import dev.hourglass.clocks.alert.SaidBreach;
import dev.hourglass.clocks.alert.SaidClock;
import dev.hourglass.clocks.alert.SaidEscalation;
import dev.hourglass.clocks.alert.SaidWarning;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.slamonitor.json.TicketJson;
import dev.hourglass.slamonitor.ticket.TicketRecord;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What is kept of a ticket beside its facts: the fields one after the other, behind the number of
 * this form. Former versions kept JSON, which is read as well.
 */
final class TicketBytes {

  /** No JSON begins like this. */
  private static final byte FORM = 1;

  private static final int TYPICAL = 128;

  private TicketBytes() {}

  static Serde<TicketRecord> records() {
    return Serdes.serdeFrom(
        (topic, record) ->
            record == null ? null : Fields.write(FORM, TYPICAL, record, TicketBytes::write),
        (topic, bytes) -> bytes == null ? null : read(bytes));
  }

  private static TicketRecord read(byte[] bytes) {
    return Fields.areOfForm(FORM, bytes, 0)
        ? Fields.read(bytes, 0, TicketBytes::record)
        : TicketJson.record(bytes);
  }

  private static void write(TicketRecord record, DataOutputStream out) throws IOException {
    out.writeLong(record.due());
    out.writeLong(record.warnings());
    out.writeLong(record.breaches());
    out.writeLong(record.version());
    Fields.optional(record.state(), out, Fields::text);
    out.writeInt(record.openClocks());
    Fields.optional(record.shrunkAt(), out, Fields::instant);
    Said said = record.said();
    out.writeBoolean(said.noPromise());
    Fields.list(said.warnings(), out, TicketBytes::write);
    Fields.list(said.breaches(), out, TicketBytes::write);
    Fields.list(said.escalations(), out, TicketBytes::write);
  }

  private static TicketRecord record(DataInputStream in) throws IOException {
    long due = in.readLong();
    long warnings = in.readLong();
    long breaches = in.readLong();
    long version = in.readLong();
    String state = Fields.optional(in, Fields::text);
    int openClocks = in.readInt();
    var shrunkAt = Fields.optional(in, Fields::instant);
    Said said =
        new Said(
            in.readBoolean(),
            Fields.list(in, TicketBytes::warning),
            Fields.list(in, TicketBytes::breach),
            Fields.list(in, TicketBytes::escalation));
    return new TicketRecord(said, due, warnings, breaches, version, state, openClocks, shrunkAt);
  }

  private static void write(SaidWarning warning, DataOutputStream out) throws IOException {
    write(warning.clock(), out);
    out.writeInt(warning.level());
  }

  private static SaidWarning warning(DataInputStream in) throws IOException {
    return new SaidWarning(clock(in), in.readInt());
  }

  private static void write(SaidBreach breach, DataOutputStream out) throws IOException {
    Fields.name(breach.metric(), out);
    out.writeInt(breach.cycle());
    out.writeInt(breach.revision());
    Fields.instant(breach.deadline(), out);
    out.writeBoolean(breach.standing());
  }

  private static SaidBreach breach(DataInputStream in) throws IOException {
    return new SaidBreach(
        Metric.valueOf(in.readUTF()),
        in.readInt(),
        in.readInt(),
        Fields.instant(in),
        in.readBoolean());
  }

  private static void write(SaidEscalation level, DataOutputStream out) throws IOException {
    write(level.clock(), out);
    out.writeInt(level.level());
    out.writeInt(level.repetition());
  }

  private static SaidEscalation escalation(DataInputStream in) throws IOException {
    return new SaidEscalation(clock(in), in.readInt(), in.readInt());
  }

  private static void write(SaidClock clock, DataOutputStream out) throws IOException {
    Fields.name(clock.metric(), out);
    out.writeInt(clock.cycle());
    Fields.optional(clock.turnFrom(), out, Fields::instant);
  }

  private static SaidClock clock(DataInputStream in) throws IOException {
    return new SaidClock(
        Metric.valueOf(in.readUTF()), in.readInt(), Fields.optional(in, Fields::instant));
  }
}
