package dev.hourglass.sandbox.mail;

import dev.hourglass.sandbox.ReceivedMail;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Takes a mail apart into what a person reads. */
final class MailParts {

  private static final Session SESSION = Session.getInstance(new Properties());

  private MailParts() {}

  static ReceivedMail read(String id, String to, Instant receivedAt, InputStream source)
      throws MessagingException, IOException {
    MimeMessage message = new MimeMessage(SESSION, source);
    Map<String, String> headers = headers(message);
    return new ReceivedMail(
        id,
        headers.getOrDefault("From", ""),
        to,
        Objects.requireNonNullElse(message.getSubject(), ""),
        receivedAt,
        first(message, "text/plain"),
        first(message, "text/html"),
        headers);
  }

  private static Map<String, String> headers(MimeMessage message)
      throws MessagingException, IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      String value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
      headers.putIfAbsent(header.getName(), value);
    }
    return headers;
  }

  /** The first part of that type, depth first; empty if there is none. */
  private static String first(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    if (!part.isMimeType("multipart/*")) {
      return "";
    }
    Multipart parts = (Multipart) part.getContent();
    for (int i = 0; i < parts.getCount(); i++) {
      String found = first(parts.getBodyPart(i), type);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }
}
