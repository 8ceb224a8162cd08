package dev.hourglass.ticketintake.thanks;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.contracts.text.Texts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a message that is only thanks from one that says more, by phrases that are data. It errs on
 * the safe side: a word, a sign or a question mark that it does not know, and it is not only
 * thanks.
 */
public final class ThanksWords {

  /** Nobody thanks at such length, and says nothing else. */
  private static final int LONGEST = 1_000;

  private static final Pattern ENDS_OF_SENTENCES = Pattern.compile("[.!¡,…;\\r\\n–—]+|\\s-+\\s");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** Colours of skin, and what joins or varies signs; they change no meaning. */
  private static final Pattern MODIFIERS =
      Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}\\x{200D}]");

  private final Set<String> thanks = new HashSet<>();
  private final Set<String> added = new HashSet<>();
  private final Set<String> beside = new HashSet<>();
  private final List<String> signs;
  private final Quotes quotes;

  /**
   * The words of the lines of the phrase files.
   *
   * @param phrases thanks; with {@code ~} what may be added within the sentence; with {@code +}
   *     what may stand beside it in a sentence of its own
   * @param signs that add nothing
   */
  ThanksWords(Collection<String> phrases, Collection<String> signs, Quotes quotes) {
    this.signs = listOf(signs);
    this.quotes = quotes;
    for (String phrase : phrases) {
      Set<String> kind = phrase.startsWith("~") ? added : phrase.startsWith("+") ? beside : thanks;
      kind.add(normal(kind == thanks ? phrase : phrase.substring(1)));
    }
  }

  /**
   * Whether the message is only thanks.
   *
   * @param name of whoever wrote it, who may sign with it
   */
  public boolean isOnlyThanks(String message, @Nullable String name) {
    String own = quotes.without(message);
    if (Texts.length(own) > LONGEST) {
      return false;
    }
    Set<String> names = name == null ? Set.of() : Set.copyOf(words(normal(name)));
    boolean thanked = false;
    for (String sentence : ENDS_OF_SENTENCES.split(withoutSigns(own))) {
      List<String> words = unsigned(words(normal(sentence)), names);
      if (words.isEmpty()) {
        continue;
      }
      Sentence read = new Sentence(words, thanks, added, beside);
      if (!read.isHarmless()) {
        return false;
      }
      thanked |= read.isThanks();
    }
    return thanked;
  }

  /** The words before the name of whoever wrote them. */
  private static List<String> unsigned(List<String> words, Set<String> names) {
    int end = words.size();
    while (end > 0 && names.contains(words.get(end - 1))) {
      end--;
    }
    return words.subList(0, end);
  }

  private String withoutSigns(String message) {
    String plain = MODIFIERS.matcher(message).replaceAll("");
    for (String sign : signs) {
      plain = plain.replace(sign, " ");
    }
    return plain;
  }

  /** In small letters without accents, for many write without. */
  private static String normal(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return BLANKS
        .matcher(MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .replace('’', '\'')
        .replace("ß", "ss")
        .strip();
  }

  private static List<String> words(String normal) {
    return normal.isEmpty() ? List.of() : Arrays.asList(normal.split(" "));
  }
}
