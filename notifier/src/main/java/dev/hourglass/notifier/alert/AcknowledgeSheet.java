package dev.hourglass.notifier.alert;

import dev.hourglass.notifier.language.Language;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the page behind an acknowledge link shows.
 *
 * @param zone in which times are said
 * @param by who acknowledges if nobody else is named: the subscription
 * @param taken who already takes care of it; missing while nobody does
 */
public record AcknowledgeSheet(
    AlertNotice notice,
    boolean ended,
    Language language,
    ZoneId zone,
    String by,
    @Nullable Acknowledgement taken) {

  private static final int LONGEST = 40;
  private static final String NOBODY = "ops";

  /** The name of a subscription in the form in which facts name a role or a post. */
  public static String codeOf(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[._-]+", "");
    String code = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("[._-]+$", "");
    return code.isEmpty() ? NOBODY : code;
  }
}
