package dev.hourglass.sandbox.mail;

import dev.hourglass.sandbox.mail.SmtpFault.Kind;
import dev.hourglass.sandbox.mail.SmtpFault.Step;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** One connection of a client to an {@link SmtpProbe}, by RFC 5321, 3207 and 4954. */
final class SmtpConversation {

  /** Whoever says so hangs up. */
  private static final String CLOSING = "421";

  private final SmtpProbe probe;
  private Socket socket;
  private BufferedReader in;
  private OutputStream out;
  private boolean encrypted;
  private boolean loggedIn;
  private String sender = "";
  private String recipient = "";

  private interface Usual {
    boolean happens() throws IOException;
  }

  SmtpConversation(SmtpProbe probe, Socket socket) {
    this.probe = probe;
    this.socket = socket;
  }

  /** Speaks with the client until it says good-bye, or somebody hangs up. */
  void hold() throws IOException {
    if (probe.terms().encryption() == SmtpTerms.Encryption.IMPLICIT) {
      encrypt();
    } else {
      streams();
    }
    if (!at(Step.GREETING, () -> say("220 probe.example ESMTP"))) {
      return;
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      if (!answered(command, line)) {
        return;
      }
    }
  }

  /** False when the conversation is over. */
  private boolean answered(String command, String line) throws IOException {
    switch (command) {
      case "EHLO", "HELO":
        return at(Step.HELLO, this::hello);
      case "STARTTLS":
        say("220 go ahead");
        encrypt();
        return true;
      case "AUTH":
        return at(Step.LOGIN, () -> login(line));
      case "MAIL":
        return from(line);
      case "RCPT":
        recipient = address(line);
        probe.attempted();
        return at(Step.RECIPIENT, () -> say("250 2.1.5 ok"));
      case "DATA":
        return at(Step.MESSAGE, this::message);
      case "RSET", "NOOP":
        return say("250 ok");
      case "QUIT":
        say("221 bye");
        return false;
      default:
        return say("502 5.5.1 not known here");
    }
  }

  private boolean hello() throws IOException {
    StringBuilder lines = new StringBuilder("250-probe.example\r\n250-8BITMIME\r\n");
    if (probe.terms().encryption() == SmtpTerms.Encryption.STARTTLS && !encrypted) {
      lines.append("250-STARTTLS\r\n");
    }
    if (probe.terms().needsLogin()) {
      lines.append("250-AUTH PLAIN\r\n");
    }
    return say(lines + "250 ENHANCEDSTATUSCODES");
  }

  private boolean login(String line) throws IOException {
    String[] words = line.split(" ", 3);
    String response = words.length == 3 ? words[2] : "";
    if (response.isEmpty()) {
      say("334 ");
      response = in.readLine();
    }
    String given = new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8);
    loggedIn = given.endsWith("\0" + probe.terms().user() + "\0" + probe.terms().password());
    return say(loggedIn ? "235 2.7.0 welcome" : "535 5.7.8 not you");
  }

  private boolean from(String line) throws IOException {
    if (probe.terms().encryption() != SmtpTerms.Encryption.NONE && !encrypted) {
      return say("530 5.7.0 encrypt first");
    }
    if (probe.terms().needsLogin() && !loggedIn) {
      return say("530 5.7.0 log in first");
    }
    sender = address(line);
    recipient = "";
    return at(Step.SENDER, () -> say("250 2.1.0 ok"));
  }

  private boolean message() throws IOException {
    say("354 go on");
    StringBuilder source = new StringBuilder();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new EOFException("a message broke off");
      }
      source.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    Optional<SmtpFault> fault = probe.fault(Step.END, recipient);
    if (fault.isEmpty() || fault.get().kind() == Kind.ACCEPT_AND_DROP) {
      probe.accept(new SmtpProbe.Accepted(sender, recipient, source.toString(), encrypted));
    }
    return fault.isPresent() ? suffer(fault.get()) : say("250 2.0.0 accepted");
  }

  /** Does the usual, unless something else happens; false when the conversation is over. */
  private boolean at(Step step, Usual usual) throws IOException {
    Optional<SmtpFault> fault = probe.fault(step, recipient);
    return fault.isPresent() ? suffer(fault.get()) : usual.happens();
  }

  private boolean suffer(SmtpFault fault) throws IOException {
    if (fault.kind() == Kind.STALL) {
      // Until the client gives up; what it says meanwhile is not heard.
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
    return fault.kind() == Kind.REPLY && say(fault.reply()) && !fault.reply().startsWith(CLOSING);
  }

  private boolean say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return true;
  }

  private void encrypt() throws IOException {
    SSLSocket tls =
        (SSLSocket)
            probe.context().getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    tls.setUseClientMode(false);
    tls.startHandshake();
    socket = tls;
    encrypted = true;
    streams();
  }

  private void streams() throws IOException {
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    out = socket.getOutputStream();
  }

  private static String address(String line) {
    int start = line.indexOf('<');
    int end = line.indexOf('>', Math.max(start, 0));
    return start < 0 || end < 0 ? "" : line.substring(start + 1, end);
  }
}
