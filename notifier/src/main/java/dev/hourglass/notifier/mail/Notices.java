package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.bounce.Notice;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads notices of delivery: a multipart/report with a message/delivery-status and, usually, the
 * mail that came back or its headers. What comes from outside is bounded and believed in no more
 * than a code and an id.
 */
public final class Notices {

  private static final Session SESSION = Session.getInstance(new Properties());
  private static final int MOST_PARTS = 20;
  private static final int MOST_REPORTS = 50;
  private static final int LONGEST_PART = 512 * 1024;

  private static final Pattern STATUS = Pattern.compile("\\b([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b");
  private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,250}>");

  private Notices() {}

  /** The notice that a mail is; empty if it is none. */
  public static Optional<Notice> read(byte[] source) {
    try {
      MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(source));
      if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart all)) {
        return Optional.empty();
      }
      List<Notice.Report> reports = new ArrayList<>();
      Set<String> messageIds = new LinkedHashSet<>();
      for (int i = 0; i < Math.min(all.getCount(), MOST_PARTS); i++) {
        read(all.getBodyPart(i), reports, messageIds);
      }
      return reports.isEmpty()
          ? Optional.empty()
          : Optional.of(new Notice(id(mail, reports, messageIds), messageIds, reports));
    } catch (MessagingException | IOException | RuntimeException e) {
      // Whatever it is, it is no notice that anybody could read.
      return Optional.empty();
    }
  }

  private static void read(BodyPart part, List<Notice.Report> reports, Set<String> messageIds)
      throws MessagingException, IOException {
    if (part.isMimeType("message/delivery-status")
        || part.isMimeType("message/global-delivery-status")) {
      status(text(part), reports);
    } else if (part.isMimeType("message/rfc822")
        || part.isMimeType("message/global")
        || part.isMimeType("text/rfc822-headers")
        || part.isMimeType("message/global-headers")) {
      String[] found = headers(text(part)).getHeader("Message-ID");
      for (String value : found == null ? new String[0] : found) {
        Matcher matcher = ID.matcher(value);
        if (matcher.find()) {
          messageIds.add(matcher.group());
        }
      }
    }
  }

  /** Groups of fields, with empty lines between: the first about the mail, then one a recipient. */
  private static void status(String text, List<Notice.Report> reports) throws MessagingException {
    for (String group : text.strip().split("(\\r?\\n[ \\t]*){2,}")) {
      InternetHeaders fields = headers(group + "\r\n\r\n");
      String action = first(fields, "Action");
      if (action != null && reports.size() < MOST_REPORTS) {
        String original = address(first(fields, "Original-Recipient"));
        String last = address(first(fields, "Final-Recipient"));
        reports.add(
            new Notice.Report(
                action(action), code(first(fields, "Status")), original == null ? last : original));
      }
    }
  }

  private static Notice.Action action(String value) {
    return switch (value.strip().split("[\\s(;]", 2)[0].toLowerCase(Locale.ROOT)) {
      case "failed" -> Notice.Action.FAILED;
      case "delayed" -> Notice.Action.DELAYED;
      default -> Notice.Action.OTHER;
    };
  }

  private static @Nullable String code(@Nullable String status) {
    Matcher matcher = STATUS.matcher(status == null ? "" : status);
    return matcher.find() ? matcher.group(1) : null;
  }

  /** Without the kind of address before it: {@code rfc822; ada@customer.example}. */
  private static @Nullable String address(@Nullable String recipient) {
    if (recipient == null) {
      return null;
    }
    String address = recipient.substring(recipient.indexOf(';') + 1).strip();
    return address.replaceAll("^<|>$", "");
  }

  private static @Nullable String first(InternetHeaders fields, String name) {
    return fields.getHeader(name, null) == null ? null : fields.getHeader(name)[0];
  }

  private static InternetHeaders headers(String text) throws MessagingException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new InternetHeaders(new ByteArrayInputStream(bytes), true);
  }

  private static String text(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return new String(in.readNBytes(LONGEST_PART), StandardCharsets.UTF_8);
    }
  }

  /** The id of the notice itself; where it has none, what it says. */
  private static String id(MimeMessage mail, List<Notice.Report> reports, Set<String> messageIds)
      throws MessagingException {
    String own = mail.getHeader("Message-ID", null);
    String facts = own == null ? reports + "|" + messageIds : own.strip();
    return UUID.nameUUIDFromBytes(facts.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
