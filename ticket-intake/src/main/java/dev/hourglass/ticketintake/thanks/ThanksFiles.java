package dev.hourglass.ticketintake.thanks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads the shipped phrases. A line that begins with {@code #} is for people. */
public final class ThanksFiles {

  private ThanksFiles() {}

  /**
   * The words of some languages.
   *
   * @param languages names of the files under {@code thanks/}, e.g. {@code de}
   * @param more phrases in the form of the files
   * @throws IllegalArgumentException if there is no file of a language
   */
  public static ThanksWords of(Collection<String> languages, Collection<String> more) {
    List<String> phrases = new ArrayList<>(lines("closings"));
    languages.forEach(language -> phrases.addAll(lines(language)));
    phrases.addAll(more);
    return new ThanksWords(phrases, lines("signs"), Quotes.introducedBy(lines("attributions")));
  }

  private static List<String> lines(String name) {
    try (InputStream file = ThanksFiles.class.getResourceAsStream("/thanks/" + name + ".txt")) {
      if (file == null) {
        throw new IllegalArgumentException("there are no phrases of '" + name + "'");
      }
      return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
