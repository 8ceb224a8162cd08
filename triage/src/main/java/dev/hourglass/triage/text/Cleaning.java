package dev.hourglass.triage.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts away what the requester did not write: markup, quoted mail, signatures, logs, addresses and
 * blobs. Looks at a bounded part of a text, each character a bounded number of times.
 */
public final class Cleaning {

  /** So much of a body is looked at, in characters. */
  static final int LONGEST_BODY = 20_000;

  /** So much of what is left is read, in characters. */
  static final int LONGEST_READ = 4_000;

  private static final int LONGEST_SUBJECT = 300;
  private static final int LONGEST_LINE = 2_000;

  private Cleaning() {}

  /** The subject in one line. */
  public static String subject(String subject) {
    return withoutBlobs(readable(bounded(subject, LONGEST_SUBJECT)).replace('\n', ' ')).trim();
  }

  /** The body as its writer wrote it; what was quoted where the writer added nothing. */
  public static String body(String body) {
    String text = Markup.strip(readable(bounded(body, LONGEST_BODY)));
    List<String> own = new ArrayList<>();
    List<String> quoted = new ArrayList<>();
    split(List.of(text.split("\n", -1)), own, quoted);
    String written = prose(Signatures.cut(own));
    return bounded(written.isBlank() ? prose(quoted) : written, LONGEST_READ);
  }

  private static void split(List<String> lines, List<String> own, List<String> quoted) {
    boolean tail = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean mark = line.startsWith(">") || line.startsWith("|>");
      tail |= Quotes.startsTail(lines, i);
      if (tail || mark) {
        quoted.add(mark ? line.substring(line.indexOf('>') + 1) : line);
      } else {
        own.add(line);
      }
    }
  }

  private static String prose(List<String> lines) {
    StringBuilder prose = new StringBuilder();
    for (String line : lines) {
      String bounded = bounded(line, LONGEST_LINE);
      if (!Logs.isLog(bounded)) {
        prose.append(withoutBlobs(bounded)).append('\n');
      }
    }
    return prose.toString().strip();
  }

  /** Without addresses, paths and blobs: no word that people write is that long. */
  private static String withoutBlobs(String line) {
    StringBuilder kept = new StringBuilder();
    for (String word : line.split(" ", -1)) {
      if (!Logs.isBlob(word)) {
        kept.append(word).append(' ');
      }
    }
    return kept.toString();
  }

  /** Without halves of surrogates and control characters; other ends of lines become one kind. */
  private static String readable(String text) {
    StringBuilder readable = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\u2028' || c == '\u2029') {
        readable.append('\n');
      } else if (c == '\u00ad' || c == '\u200b' || c == '\ufeff') {
        continue;
      } else if (Character.isISOControl(c) || c == '\u00a0' || c == '\u202f') {
        readable.append(c == '\r' ? "" : " ");
      } else if (Character.isSurrogate(c)) {
        readable.append(' ');
      } else {
        readable.append(c);
      }
    }
    return readable.toString();
  }

  private static String bounded(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
