package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.preview.Preview;
import dev.hourglass.notifier.preview.Sample;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A mail to look at.
 *
 * @param writing writes the letter of a sample in a language
 */
public record LetterPreview(
    String message, List<String> samples, BiFunction<Language, String, Letter> writing)
    implements Preview {

  @Override
  public Sample sample(Language language, String sample) {
    Letter letter = writing.apply(language, sample);
    return new Sample(letter.subject(), letter.text(), letter.html());
  }
}
