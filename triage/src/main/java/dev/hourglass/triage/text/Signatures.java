package dev.hourglass.triage.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a writer takes leave: what follows is name, firm and slogan. */
final class Signatures {

  private static final int LONGEST_LEAVE = 60;

  /** Beginnings of a line of leave, longer ones before others. */
  private static final List<String> LEAVES =
      List.of(
          "regards",
          "kind regards",
          "best regards",
          "warm regards",
          "best wishes",
          "many thanks",
          "thanks,",
          "thank you,",
          "cheers",
          "sincerely",
          "yours ",
          "all the best",
          "sent from my",
          "get outlook",
          "mit freundlich",
          "freundliche gr",
          "viele gr",
          "beste gr",
          "schöne gr",
          "liebe gr",
          "herzliche gr",
          "mfg",
          "lg",
          "vg",
          "gruß",
          "gruss",
          "grüße",
          "hochachtungsvoll",
          "pfiat",
          "von meinem iphone",
          "gesendet von",
          "med venlig hilsen",
          "venlig hilsen",
          "mvh",
          "vh",
          "hilsen",
          "de bedste hilsner",
          "bedste hilsner",
          "kh",
          "sendt fra",
          "met vriendelijke gr",
          "vriendelijke gr",
          "met hartelijke gr",
          "hartelijke gr",
          "groet",
          "gr.",
          "mvg",
          "liefs",
          "hoogachtend",
          "verstuurd van",
          "cordialement",
          "bien cordialement",
          "bien à vous",
          "sincères salutations",
          "salutations",
          "bonne journée",
          "veuillez agréer",
          "merci ben",
          "envoyé de",
          "atentamente",
          "un saludo",
          "saludos",
          "un cordial saludo",
          "cordialmente",
          "reciba un",
          "enviado desde",
          "cordiali saluti",
          "distinti saluti",
          "un saluto",
          "saluti",
          "un abbraccio",
          "inviato da",
          "atenciosamente",
          "com os melhores cumprimentos",
          "cumprimentos",
          "melhores cumprimentos",
          "abraços",
          "abraço",
          "att,",
          "att.",
          "bem hajam",
          "grato,",
          "grata,",
          "enviado do");

  private Signatures() {}

  /** The lines before the leave; all of them where nothing would be left. */
  static List<String> cut(List<String> lines) {
    List<String> kept = new ArrayList<>();
    boolean written = false;
    for (String line : lines) {
      if (written && isLeave(line)) {
        return kept;
      }
      written |= line.length() > 15;
      kept.add(line);
    }
    return kept;
  }

  private static boolean isLeave(String line) {
    if (line.equals("--") || line.equals("—") || line.startsWith("-- ")) {
      return true;
    }
    String lower = line.toLowerCase(Locale.ROOT);
    return line.length() <= LONGEST_LEAVE
        && line.indexOf('?') < 0
        && LEAVES.stream().anyMatch(leave -> begins(lower, leave));
  }

  private static boolean begins(String line, String leave) {
    return line.startsWith(leave)
        && (leave.length() > 4
            || line.length() == leave.length()
            || !Character.isLetter(line.charAt(leave.length())));
  }
}
