package dev.hourglass.sandbox.mail;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.SandboxException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All mails received, one {@code .eml} file per recipient, named by a time-ordered id. In memory is
 * only who got which; the rest is read when somebody looks.
 */
public final class Mails {

  private static final String SUFFIX = ".eml";
  private static final String DELIVERED_TO = "Delivered-To";

  private final Path directory;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(UUID id, String recipient) {}

  public Mails(Path directory) {
    this.directory = directory;
  }

  /** Finds the mails of former runs. */
  public synchronized Mails open() {
    try {
      Files.createDirectories(directory);
      try (Stream<Path> files = Files.list(directory)) {
        files
            .filter(file -> file.toString().endsWith(SUFFIX))
            .sorted(Comparator.comparing(Path::getFileName))
            .forEach(file -> entries.add(entry(file)));
      }
      return this;
    } catch (IOException e) {
      throw new SandboxException("the mails in " + directory + " cannot be read", e);
    }
  }

  /** Returns once the mail is in its file. */
  public synchronized void store(String recipient, MimeMessage message) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String address = recipient.toLowerCase(Locale.ROOT);
    Path unfinished = directory.resolve(id + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        out.write((DELIVERED_TO + ": " + address + "\r\n").getBytes(StandardCharsets.US_ASCII));
        message.writeTo(out);
      }
      Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | MessagingException e) {
      throw new SandboxException("a mail cannot be stored in " + directory, e);
    }
    entries.add(new Entry(id, address));
  }

  /** The latest mails, oldest first. */
  public List<ReceivedMail> latest(int limit) {
    return read(last(entriesOf(null), limit));
  }

  /** The latest mails to one address, oldest first. */
  public List<ReceivedMail> latestTo(String recipient, int limit) {
    return read(last(entriesOf(recipient.toLowerCase(Locale.ROOT)), limit));
  }

  /** What came next after that mail, oldest first; the latest of all if there is no such mail. */
  public List<ReceivedMail> after(String id, int limit) {
    List<Entry> all = entriesOf(null);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().toString().equals(id)) {
        return read(all.subList(i + 1, Math.min(all.size(), i + 1 + limit)));
      }
    }
    return read(last(all, limit));
  }

  public synchronized int count() {
    return entries.size();
  }

  public Optional<ReceivedMail> find(UUID id) {
    return entriesOf(null).stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .map(this::read);
  }

  /** The mail as it came, with the recipient as its first header. */
  public byte[] source(UUID id) {
    try {
      return Files.readAllBytes(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public synchronized void clear() {
    try {
      for (Entry entry : entries) {
        Files.deleteIfExists(file(entry.id()));
      }
    } catch (IOException e) {
      throw new SandboxException("the mails in " + directory + " cannot be deleted", e);
    }
    entries.clear();
  }

  private synchronized List<Entry> entriesOf(String recipient) {
    return entries.stream()
        .filter(entry -> recipient == null || entry.recipient().equals(recipient))
        .toList();
  }

  private static List<Entry> last(List<Entry> entries, int limit) {
    return entries.subList(Math.max(0, entries.size() - limit), entries.size());
  }

  private List<ReceivedMail> read(List<Entry> wanted) {
    return wanted.stream().map(this::read).toList();
  }

  private ReceivedMail read(Entry entry) {
    try (InputStream in = Files.newInputStream(file(entry.id()))) {
      Instant receivedAt = UuidUtil.getInstant(entry.id());
      return MailParts.read(entry.id().toString(), entry.recipient(), receivedAt, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new SandboxException("mail " + entry.id() + " is not a mail", e);
    }
  }

  private Path file(UUID id) {
    return directory.resolve(id + SUFFIX);
  }

  private static Entry entry(Path file) {
    String name = file.getFileName().toString();
    UUID id = UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      String first = lines.findFirst().orElse("");
      return new Entry(id, first.substring(first.indexOf(':') + 1).trim());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
