package dev.hourglass.benchmarks.smtp;

import dev.hourglass.benchmarks.delivery.AcceptedMail;
import dev.hourglass.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server that takes every mail and remembers who got which. A mail is on the disk before
 * the sender hears 250: whoever says that takes responsibility for the mail, also through a crash
 * (RFC 5321, 6.1). {@link #keep Told not to keep} them it is as fast as SMTP goes.
 */
public final class MailRelay implements AutoCloseable {

  private static final int SAMPLE = 100;
  private static final int MOST_CONNECTIONS = 100;

  private final SMTPServer server;
  private final FileChannel spool;
  private final List<AcceptedMail> accepted = new ArrayList<>();
  private final List<byte[]> sample = new ArrayList<>();
  private final AtomicReference<Runnable> atNext = new AtomicReference<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile boolean keeps = true;

  /**
   * A server that answers.
   *
   * @param spool the file that the mails go to
   */
  public MailRelay(int port, Path spool) {
    try {
      this.spool = FileChannel.open(spool, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new BenchmarkException("no spool for mails: " + e.getMessage(), e);
    }
    server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("relay.benchmark.example")
            .insertReceivedHeaders(false)
            .maxConnections(MOST_CONNECTIONS)
            .messageHandlerFactory(context -> new Reception())
            .build();
    server.start();
  }

  /** Whether mails are on the disk before they are accepted, as they are at first. */
  public void keep(boolean wanted) {
    keeps = wanted;
  }

  public int port() {
    return server.getPort();
  }

  /** How many mails it has taken. */
  public synchronized int count() {
    return accepted.size();
  }

  /** All that it has taken, in this order. */
  public synchronized List<AcceptedMail> accepted() {
    return List.copyOf(accepted);
  }

  /** Those after the first so many. */
  public synchronized List<AcceptedMail> acceptedAfter(int first) {
    return List.copyOf(accepted.subList(first, accepted.size()));
  }

  /** Some of the mails as they came. */
  public synchronized List<byte[]> sample() {
    return List.copyOf(sample);
  }

  /** Lets senders wait for the answer to their mails from now on. */
  public void shut() {
    gate = new CountDownLatch(1);
  }

  /** Answers again. */
  public void open() {
    gate.countDown();
  }

  /** Does this once when the next mail is stored, and then tells the sender. */
  public void atNext(Runnable what) {
    atNext.set(what);
  }

  private void take(String recipient, byte[] mail) throws IOException {
    String messageId = MailSource.messageId(mail);
    synchronized (this) {
      if (keeps) {
        ByteBuffer bytes = ByteBuffer.wrap(mail);
        while (bytes.hasRemaining()) {
          spool.write(bytes);
        }
        spool.force(false);
      }
      accepted.add(new AcceptedMail(recipient, messageId, Instant.now()));
      if (sample.size() < SAMPLE) {
        sample.add(mail);
      }
    }
    Optional.ofNullable(atNext.getAndSet(null)).ifPresent(Runnable::run);
  }

  private void awaitOpen() throws IOException {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server stops", e);
    }
  }

  @Override
  public void close() {
    open();
    server.stop();
    try {
      spool.close();
    } catch (IOException e) {
      throw new BenchmarkException("the spool cannot be closed", e);
    }
  }

  /** One mail that is coming in. */
  private final class Reception implements MessageHandler {

    private String recipient = "";

    @Override
    public void from(String sender) {}

    @Override
    public void recipient(String address) throws RejectException {
      if (!recipient.isEmpty()) {
        throw new RejectException(452, "one recipient at a time");
      }
      recipient = address;
    }

    @Override
    public String data(InputStream mail) throws IOException {
      byte[] whole = mail.readAllBytes();
      awaitOpen();
      take(recipient, whole);
      return "taken";
    }

    @Override
    public void done() {}
  }
}
