package dev.hourglass.triage.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells which of our languages a text is in. */
public final class Languages {

  /** What cannot be told. */
  public static final String UNKNOWN = "und";

  /** ISO 639-1 codes of the languages that are read. */
  public static final List<String> CODES = List.of("en", "de", "da", "nl", "fr", "es", "it", "pt");

  /** More than this says nothing new, and costs time. */
  private static final int LONGEST_LOOK = 500;

  private static final int FEWEST_LETTERS = 30;

  private final LanguageDetector detector =
      LanguageDetectorBuilder.fromLanguages(
              Language.ENGLISH,
              Language.GERMAN,
              Language.DANISH,
              Language.DUTCH,
              Language.FRENCH,
              Language.SPANISH,
              Language.ITALIAN,
              Language.PORTUGUESE)
          .withLowAccuracyMode()
          .withPreloadedLanguageModels()
          .build();

  /**
   * The language of a text, as an ISO 639-1 code, or {@link #UNKNOWN}.
   *
   * @param stated what somebody said it is: counts where the text is too short to tell
   */
  public String of(String text, @Nullable String stated) {
    int letters = 0;
    int foreign = 0;
    int end = Math.min(text.length(), LONGEST_LOOK);
    for (int i = 0; i < end; i++) {
      if (Character.isLetter(text.charAt(i))) {
        letters++;
        foreign += text.charAt(i) > '\u024f' ? 1 : 0;
      }
    }
    String known = known(stated);
    if (foreign * 2 > letters || letters == 0) {
      return UNKNOWN;
    }
    if (letters < FEWEST_LETTERS && known != null) {
      return known;
    }
    Language language = detector.detectLanguageOf(text.substring(0, end).toLowerCase(Locale.ROOT));
    return language == Language.UNKNOWN
        ? (known == null ? UNKNOWN : known)
        : language.getIsoCode639_1().toString();
  }

  private static @Nullable String known(@Nullable String stated) {
    if (stated == null || stated.length() < 2) {
      return null;
    }
    String code = stated.substring(0, 2).toLowerCase(Locale.ROOT);
    return CODES.contains(code) ? code : null;
  }
}
