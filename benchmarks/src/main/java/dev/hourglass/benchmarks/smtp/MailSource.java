package dev.hourglass.benchmarks.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mails as bytes. */
final class MailSource {

  private static final byte[] END = ".\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?im)^Message-ID:[ \\t\\r\\n]*(<[^>\\s]+>)");

  private MailSource() {}

  /** The Message-ID in its headers, in angle brackets; empty if there is none. */
  static String messageId(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    int body = text.indexOf("\r\n\r\n");
    Matcher header = MESSAGE_ID.matcher(body < 0 ? text : text.substring(0, body + 2));
    return header.find() ? header.group(1) : "";
  }

  /** As it goes over the line after DATA: a dot more before each line with one, and the end. */
  static byte[] transparent(byte[] mail) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length + END.length);
    boolean lineBegins = true;
    for (byte each : mail) {
      if (lineBegins && each == '.') {
        out.write('.');
      }
      out.write(each);
      lineBegins = each == '\n';
    }
    if (!lineBegins) {
      out.write('\r');
      out.write('\n');
    }
    out.writeBytes(END);
    return out.toByteArray();
  }
}
