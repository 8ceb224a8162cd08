package dev.hourglass.replay.csv;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks as far as it goes: a packed file that was cut ends where it was cut. */
final class PackedStream extends FilterInputStream {

  private static final int GZIP = 0x1f8b;
  private static final int BYTE = 8;
  private static final int BUFFER = 1 << 16;

  private boolean brokenOff;

  private PackedStream(InputStream unpacked) {
    super(unpacked);
  }

  /**
   * Unpacks what is packed by gzip, and passes on what is not.
   *
   * @param stream one that supports marks
   */
  static PackedStream of(InputStream stream) throws IOException {
    stream.mark(2);
    int magic = (stream.read() << BYTE) | stream.read();
    stream.reset();
    return new PackedStream(magic == GZIP ? new GZIPInputStream(stream, BUFFER) : stream);
  }

  /** Whether it ended before its end. */
  boolean brokenOff() {
    return brokenOff;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (brokenOff) {
      return -1;
    }
    try {
      return super.read(bytes, from, length);
    } catch (EOFException | ZipException e) {
      brokenOff = true;
      return -1;
    }
  }
}
