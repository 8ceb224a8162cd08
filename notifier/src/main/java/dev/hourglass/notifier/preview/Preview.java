package dev.hourglass.notifier.preview;

import dev.hourglass.notifier.language.Language;
import java.util.List;

/**
 * One message that people can look at in every language before a customer does. Each bean of this
 * type stands on the page {@code /previews}.
 */
public interface Preview {

  /** The kind of message in lower case with hyphens, for example {@code survey-reminder}. */
  String message();

  /** The names of its samples, in lower case with hyphens; the first is shown if none is named. */
  List<String> samples();

  /** Whether there is a text alternative; pages have none. */
  default boolean hasText() {
    return true;
  }

  /**
   * The message as it would be sent, with made-up data.
   *
   * @param sample one of {@link #samples()}
   */
  Sample sample(Language language, String sample);
}
