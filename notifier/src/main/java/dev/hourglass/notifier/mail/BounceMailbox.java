package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.bounce.Bounces;
import dev.hourglass.notifier.bounce.Notice;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * The mailbox to which mails come back, read by IMAP. Whatever was heard, or is no notice, is
 * marked as seen and stays; what could not be heard, for the database was away, stays unseen and is
 * read again. Nothing is deleted, nothing is answered.
 */
public final class BounceMailbox {

  /** So that one look ends; the next goes on. */
  private static final int MOST_AT_ONCE = 100;

  private static final int LARGEST = 1024 * 1024;

  private final Bounces bounces;
  private final Session session;
  private final Account account;

  /**
   * Where the mailbox is.
   *
   * @param tls whether the connection is encrypted from the first byte on; else STARTTLS is used
   *     where the server offers it
   */
  public record Account(
      String host, int port, String user, String password, boolean tls, String folder) {

    @Override
    public String toString() {
      return "IMAP mailbox at " + host + ":" + port;
    }
  }

  /**
   * @param timeout after which the server's silence is a failure
   */
  public BounceMailbox(Bounces bounces, Account account, Duration timeout) {
    this.bounces = bounces;
    this.account = account;
    String protocol = protocol();
    String millis = Long.toString(timeout.toMillis());
    Properties settings = new Properties();
    settings.setProperty("mail." + protocol + ".connectiontimeout", millis);
    settings.setProperty("mail." + protocol + ".timeout", millis);
    settings.setProperty("mail." + protocol + ".writetimeout", millis);
    settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
    settings.setProperty("mail." + protocol + ".starttls.enable", "true");
    // To read a mail must not mark it: that is done when it was heard.
    settings.setProperty("mail." + protocol + ".peek", "true");
    session = Session.getInstance(settings);
  }

  /**
   * Hears what has come in.
   *
   * @return how many mails were looked at
   * @throws MessagingException if the mailbox cannot be read; what was heard until then is marked
   */
  public int look() throws MessagingException {
    try (Store store = session.getStore(protocol())) {
      store.connect(account.host(), account.port(), account.user(), account.password());
      try (Folder folder = store.getFolder(account.folder())) {
        folder.open(Folder.READ_WRITE);
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        int many = Math.min(unseen.length, MOST_AT_ONCE);
        for (int i = 0; i < many; i++) {
          hear(unseen[i]);
        }
        return many;
      }
    }
  }

  private void hear(Message message) throws MessagingException {
    Optional<Notice> notice = Notices.read(source(message));
    notice.ifPresent(bounces::hear);
    message.setFlag(Flags.Flag.SEEN, true);
  }

  private static byte[] source(Message message) throws MessagingException {
    if (message.getSize() > LARGEST) {
      return new byte[0];
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      message.writeTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new MessagingException("a mail could not be read", e);
    }
  }

  private String protocol() {
    return account.tls() ? "imaps" : "imap";
  }
}
