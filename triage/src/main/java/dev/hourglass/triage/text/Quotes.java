package dev.hourglass.triage.text;

import java.util.List;
import java.util.Locale;

/** Where the mail that was answered begins. */
final class Quotes {

  private static final int LONGEST_HEADER = 200;

  private static final List<String> FROM =
      List.of("from:", "von:", "fra:", "van:", "de:", "de :", "da:");

  private static final List<String> HEADERS =
      List.of(
          "sent:",
          "to:",
          "subject:",
          "date:",
          "gesendet:",
          "an:",
          "betreff:",
          "datum:",
          "sendt:",
          "til:",
          "emne:",
          "dato:",
          "verzonden:",
          "aan:",
          "onderwerp:",
          "envoyé",
          "à :",
          "à:",
          "objet",
          "date :",
          "enviado:",
          "para:",
          "asunto:",
          "fecha:",
          "inviato:",
          "a:",
          "oggetto:",
          "data:",
          "enviada:",
          "enviado em:",
          "assunto:",
          "cc:");

  private static final List<String> WROTE =
      List.of(
          "wrote",
          "schrieb",
          "skrev",
          "schreef",
          "a écrit",
          "écrit",
          "escribió",
          "ha scritto",
          "scritto",
          "escreveu",
          "geschrieben");

  private Quotes() {}

  /** Whether what was quoted begins at this line. */
  static boolean startsTail(List<String> lines, int at) {
    String line = lines.get(at).strip().toLowerCase(Locale.ROOT);
    if (line.length() < 3 || line.length() > LONGEST_HEADER) {
      return false;
    }
    return isRule(line)
        || wrote(line)
        || wroteOnTwoLines(lines, at, line)
        || header(lines, at, line);
  }

  /** For example -----Original Message-----, or a line of underscores. */
  private static boolean isRule(String line) {
    if (line.startsWith("____")) {
      return true;
    }
    return line.startsWith("---") && line.endsWith("---") && line.length() > 8 && hasLetter(line);
  }

  private static boolean hasLetter(String line) {
    return line.chars().anyMatch(Character::isLetter);
  }

  private static boolean wrote(String line) {
    return line.endsWith(":")
        && line.chars().anyMatch(Character::isDigit)
        && WROTE.stream().anyMatch(line::contains);
  }

  private static boolean wroteOnTwoLines(List<String> lines, int at, String line) {
    if (at + 1 >= lines.size() || line.endsWith(".") || line.indexOf(':') < 0) {
      return false;
    }
    String next = lines.get(at + 1).strip().toLowerCase(Locale.ROOT);
    return next.endsWith(":")
        && next.length() < 60
        && line.chars().filter(Character::isDigit).count() >= 4
        && WROTE.stream().anyMatch(next::contains);
  }

  private static boolean header(List<String> lines, int at, String line) {
    if (FROM.stream().noneMatch(line::startsWith)) {
      return false;
    }
    for (int i = at + 1; i < Math.min(lines.size(), at + 4); i++) {
      String next = lines.get(i).strip().toLowerCase(Locale.ROOT);
      if (next.startsWith(">") || HEADERS.stream().anyMatch(next::startsWith)) {
        return true;
      }
    }
    return false;
  }
}
