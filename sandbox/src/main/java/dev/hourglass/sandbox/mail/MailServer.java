package dev.hourglass.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hourglass.sandbox.SandboxException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An SMTP server that puts whatever it is given into the {@link Mails}; nothing leaves it. */
public final class MailServer implements AutoCloseable {

  private static final int STARTUP_MILLIS = 10_000;

  private final Mails mails;
  private final int port;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private SmtpServer server;

  public MailServer(Mails mails, int port) {
    this.mails = mails;
    this.port = port;
  }

  public int port() {
    return port;
  }

  /** Returns when the server answers; does nothing if it runs already. */
  public synchronized void start() {
    if (server != null) {
      return;
    }
    server = startedService();
    try {
      if (!server.waitTillRunning(STARTUP_MILLIS)) {
        throw new SandboxException("the mail server does not start on port " + port);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("interrupted while starting the mail server", e);
    }
  }

  /** Its threads look up parts of Jakarta Mail by the class loader of whoever makes them. */
  private SmtpServer startedService() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(MailServer.class.getClassLoader());
    try {
      SmtpServer made = new SmtpServer(new ServerSetup(port, "127.0.0.1", "smtp"), new ToMails());
      made.startService();
      return made;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  public void refuse(String recipient) {
    refused.add(recipient.toLowerCase(Locale.ROOT));
  }

  public void accept(String recipient) {
    refused.remove(recipient.toLowerCase(Locale.ROOT));
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.stopService();
      server = null;
    }
  }

  /** Replaces the mailboxes in memory that GreenMail would fill. */
  private final class ToMails extends Managers {

    private final SmtpManager smtp =
        new SmtpManager(getImapHostManager(), getUserManager()) {
          @Override
          public String checkRecipient(SmtpState state, MailAddress recipient) {
            String address = recipient.getEmail().toLowerCase(Locale.ROOT);
            return refused.contains(address) ? "550 5.1.1 no such mailbox here" : null;
          }

          /** The client hears 250 after this has returned, and 451 if it throws. */
          @Override
          public synchronized void send(SmtpState state) {
            for (MailAddress recipient : state.getMessage().getToAddresses()) {
              mails.store(recipient.getEmail(), state.getMessage().getMessage());
            }
          }
        };

    @Override
    public SmtpManager getSmtpManager() {
      return smtp;
    }
  }
}
