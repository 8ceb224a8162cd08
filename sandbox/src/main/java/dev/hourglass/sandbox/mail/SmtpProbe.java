package dev.hourglass.sandbox.mail;

import dev.hourglass.sandbox.SandboxException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * An SMTP server on this machine that does what real ones do to their clients: insists on
 * encryption and a login, asks for patience, refuses, falls silent, hangs up. What goes wrong, and
 * for whom, is said beforehand; everything else is accepted and kept in memory.
 */
public final class SmtpProbe implements AutoCloseable {

  /** For faults that do not depend on the recipient. */
  public static final String ANYBODY = "*";

  private final ServerSocket listener;
  private final SmtpTerms terms;
  private final SSLContext context;
  private final Map<String, Deque<SmtpFault>> faults = new ConcurrentHashMap<>();
  private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger attempts = new AtomicInteger();

  /**
   * A message that was accepted.
   *
   * @param sender the address of the envelope, to which it would be returned
   * @param source the message as it came, with lines ended by CRLF
   * @param encrypted whether nobody could listen
   */
  public record Accepted(String sender, String recipient, String source, boolean encrypted) {

    /** The value of a header that stands on one line. */
    public Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return source
          .lines()
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }
  }

  private SmtpProbe(int port, SmtpTerms terms) throws IOException {
    this.terms = terms;
    context = terms.encryption() == SmtpTerms.Encryption.NONE ? null : terms.context();
    listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /** Starts a server on a free port. */
  public static SmtpProbe start(SmtpTerms terms) {
    return start(0, terms);
  }

  /** Starts a server on a port that its clients know. */
  public static SmtpProbe start(int port, SmtpTerms terms) {
    try {
      SmtpProbe probe = new SmtpProbe(port, terms);
      probe.daemon(probe::listen, "smtp-probe");
      return probe;
    } catch (IOException e) {
      throw new SandboxException("no SMTP server can be started", e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** What goes wrong next, one after the other, for a recipient, a domain or {@link #ANYBODY}. */
  public void fail(String whom, SmtpFault... next) {
    faults
        .computeIfAbsent(whom.toLowerCase(Locale.ROOT), any -> new ArrayDeque<>())
        .addAll(List.of(next));
  }

  /** Nothing goes wrong any more. */
  public void mend() {
    faults.clear();
  }

  /** All messages that were accepted, in their order. */
  public List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  /** The messages that were accepted for a recipient. */
  public List<Accepted> acceptedFor(String recipient) {
    return accepted.stream().filter(each -> each.recipient().equalsIgnoreCase(recipient)).toList();
  }

  /** How many connections were made. */
  public int connections() {
    return connections.get();
  }

  /** How many recipients were named, accepted or not. */
  public int attempts() {
    return attempts.get();
  }

  /** Hangs up on everybody, without a word. */
  public void hangUp() {
    open.forEach(SmtpProbe::closeQuietly);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new SandboxException("an SMTP server cannot be stopped", e);
    }
    hangUp();
  }

  /** The fault that happens now, if one does; it happens once. */
  Optional<SmtpFault> fault(SmtpFault.Step step, String recipient) {
    String folded = recipient.toLowerCase(Locale.ROOT);
    String domain = folded.substring(folded.lastIndexOf('@') + 1);
    for (String whom : List.of(folded, domain, ANYBODY)) {
      Deque<SmtpFault> waiting = faults.getOrDefault(whom, new ArrayDeque<>());
      synchronized (waiting) {
        if (!waiting.isEmpty() && waiting.peek().step() == step) {
          return Optional.of(waiting.poll());
        }
      }
    }
    return Optional.empty();
  }

  void accept(Accepted message) {
    accepted.add(message);
  }

  void attempted() {
    attempts.incrementAndGet();
  }

  SmtpTerms terms() {
    return terms;
  }

  SSLContext context() {
    return context;
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        open.add(socket);
        daemon(() -> converse(socket), "smtp-probe-conversation");
      } catch (IOException e) {
        // Closed, or a client that went away before it was heard.
        continue;
      }
    }
  }

  private void converse(Socket socket) {
    try {
      new SmtpConversation(this, socket).hold();
    } catch (IOException e) {
      // The other end hung up; nobody is left to tell.
      Thread.yield();
    } finally {
      closeQuietly(socket);
      open.remove(socket);
    }
  }

  private void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone already.
      Thread.yield();
    }
  }
}
