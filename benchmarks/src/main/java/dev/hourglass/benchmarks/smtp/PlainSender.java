package dev.hourglass.benchmarks.smtp;

import dev.hourglass.benchmarks.process.BenchmarkException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The plainest client: one mail after the other over one connection, each command when the one
 * before was answered. What it gets accepted in a second is the acceptance rate of the server.
 */
public final class PlainSender implements AutoCloseable {

  private static final int SILENT_AFTER_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** Connects and greets. */
  public PlainSender(int port) {
    try {
      socket = new Socket("127.0.0.1", port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(SILENT_AFTER_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
      out = socket.getOutputStream();
      expect('2');
      say("EHLO benchmark.example", '2');
    } catch (IOException e) {
      throw new BenchmarkException("the mail server does not answer", e);
    }
  }

  /** Sends so many mails, these in turn, each to an address of its own. */
  public void send(List<byte[]> mails, int count) {
    List<byte[]> ready = mails.stream().map(MailSource::transparent).toList();
    try {
      for (int i = 0; i < count; i++) {
        say("MAIL FROM:<support@hourglass.example>", '2');
        say("RCPT TO:<plain-" + i + "@benchmark.example>", '2');
        say("DATA", '3');
        out.write(ready.get(i % ready.size()));
        expect('2');
      }
    } catch (IOException e) {
      throw new BenchmarkException("the mail server does not answer any more", e);
    }
  }

  private void say(String command, char answer) throws IOException {
    out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    expect(answer);
  }

  private void expect(char answer) throws IOException {
    String line = line();
    while (line.length() > 3 && line.charAt(3) == '-') {
      line = line();
    }
    if (line.isEmpty() || line.charAt(0) != answer) {
      throw new BenchmarkException("the mail server refused: " + line);
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new IOException("the mail server has hung up");
      }
      line.write(each);
    }
    return line.toString(StandardCharsets.US_ASCII).stripTrailing();
  }

  @Override
  public void close() {
    try (socket) {
      say("QUIT", '2');
    } catch (IOException e) {
      throw new BenchmarkException("the mail server does not say goodbye", e);
    }
  }
}
