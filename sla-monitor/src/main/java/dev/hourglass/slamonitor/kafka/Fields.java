package dev.hourglass.slamonitor.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the stores keep, field after field, without their names; in memory nothing can fail. */
final class Fields {

  private Fields() {}

  /** Takes or gives one value. */
  interface Step<S, V> {
    V with(S stream) throws IOException;
  }

  /** Writes one value. */
  interface Writing<V> {
    void write(V value, DataOutputStream out) throws IOException;
  }

  /**
   * Whether bytes are of this form; else they are JSON, as former versions wrote it.
   *
   * @throws IllegalStateException if they are neither
   */
  static boolean areOfForm(byte form, byte[] bytes, int offset) {
    byte first = bytes[offset];
    if (first != form && first != '{' && first != '[') {
      throw new IllegalStateException(
          "The state was kept by a later version of sla-monitor: run that one,"
              + " or forget the state with ./hourglass reset");
    }
    return first == form;
  }

  /** Bytes that begin with the number of their form. */
  static <V> byte[] write(byte form, int typicalBytes, V value, Writing<V> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(typicalBytes);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(form);
      writing.write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what stands behind the number of the form at {@code offset}. */
  static <V> V read(byte[] bytes, int offset, Step<DataInputStream, V> reading) {
    int from = offset + Byte.BYTES;
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
      return reading.with(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <V> void list(Collection<V> values, DataOutputStream out, Writing<V> writing)
      throws IOException {
    out.writeInt(values.size());
    for (V value : values) {
      writing.write(value, out);
    }
  }

  static <V> List<V> list(DataInputStream in, Step<DataInputStream, V> reading) throws IOException {
    int count = in.readInt();
    List<V> values = new ArrayList<>();
    while (values.size() < count) {
      values.add(reading.with(in));
    }
    return values;
  }

  static <V> void optional(@Nullable V value, DataOutputStream out, Writing<V> writing)
      throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      writing.write(value, out);
    }
  }

  static <V> @Nullable V optional(DataInputStream in, Step<DataInputStream, V> reading)
      throws IOException {
    return in.readBoolean() ? reading.with(in) : null;
  }

  static void text(String value, DataOutputStream out) throws IOException {
    out.writeUTF(value);
  }

  static String text(DataInputStream in) throws IOException {
    return in.readUTF();
  }

  static void name(Enum<?> value, DataOutputStream out) throws IOException {
    out.writeUTF(value.name());
  }

  static void instant(Instant value, DataOutputStream out) throws IOException {
    out.writeLong(value.getEpochSecond());
    out.writeInt(value.getNano());
  }

  static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  static void duration(Duration value, DataOutputStream out) throws IOException {
    out.writeLong(value.getSeconds());
    out.writeInt(value.getNano());
  }

  static Duration duration(DataInputStream in) throws IOException {
    return Duration.ofSeconds(in.readLong(), in.readInt());
  }
}
