package dev.hourglass.policy.edition;

import static dev.hourglass.contracts.Rules.code;
import static dev.hourglass.contracts.Rules.required;

import java.util.Map;

/**
 * What the policy says to people beside its rules.
 *
 * @param name what it is called, a code
 * @param texts by language: English, and as the documents print it
 * @param source files and lines of the documents
 */
public record Note(String name, Map<String, String> texts, String source) {

  public Note {
    code(name, "note");
    required(source, "source");
    texts = Map.copyOf(texts);
  }
}
