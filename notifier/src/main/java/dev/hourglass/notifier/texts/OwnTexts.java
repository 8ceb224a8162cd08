package dev.hourglass.notifier.texts;

import java.util.List;
import java.util.Map;

/**
 * What a support team wrote in place of what is shipped.
 *
 * @param words by file, such as {@code mail_de}, and key; each can stand in for the shipped one
 * @param templates by path below {@code templates/}, such as {@code mail/frame.html}; not tried yet
 * @param problems everything that is wrong with the folder, in sentences; it is left out above
 */
public record OwnTexts(
    Map<String, Map<String, String>> words, Map<String, String> templates, List<String> problems) {

  public OwnTexts {
    words = Map.copyOf(words);
    templates = Map.copyOf(templates);
    problems = List.copyOf(problems);
  }

  /** Nothing: all is as shipped. */
  public static OwnTexts none() {
    return new OwnTexts(Map.of(), Map.of(), List.of());
  }
}
