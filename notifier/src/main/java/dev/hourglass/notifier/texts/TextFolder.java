package dev.hourglass.notifier.texts;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a folder laid out as our own resources are: {@code messages/mail_de.properties} with single
 * keys, {@code templates/mail/frame.html} whole. A typo must not stop mails, so whatever is wrong
 * is left out and said.
 */
public final class TextFolder {

  private static final int MOST_FILES = 200;
  private static final int MOST_BYTES = 262_144;
  private static final int LONGEST_TEXT = 2_000;
  private static final int DEPTH = 6;

  private static final Pattern MESSAGES = Pattern.compile("messages/(\\w+_[a-z]{2})\\.properties");
  private static final Pattern TEMPLATE = Pattern.compile("templates/(.+\\.(?:html|txt))");
  private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

  /** {@code raw} and {@code safe} switch the escaping of what customers wrote off. */
  private static final Pattern UNESCAPED = Pattern.compile("\\{[^}]*\\.(raw|safe)\\b[^}]*}");

  private static final Pattern SCRIPT = Pattern.compile("<\\s*script", Pattern.CASE_INSENSITIVE);

  private final Function<String, Optional<String>> shipped;
  private final Map<String, Map<String, String>> words = new TreeMap<>();
  private final Map<String, String> templates = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private TextFolder(Function<String, Optional<String>> shipped) {
    this.shipped = shipped;
  }

  /**
   * Reads the folder; never throws because of what lies in it.
   *
   * @param shipped finds the text of one of our own resources by its path
   */
  public static OwnTexts read(Path folder, Function<String, Optional<String>> shipped) {
    TextFolder reader = new TextFolder(shipped);
    try {
      reader.read(folder);
    } catch (IOException | UncheckedIOException e) {
      reader.problems.add(folder + " cannot be read: " + e.getMessage());
    }
    return new OwnTexts(reader.words, reader.templates, reader.problems);
  }

  private void read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      files = all.filter(Files::isRegularFile).sorted().limit(MOST_FILES + 1L).toList();
    }
    if (files.size() > MOST_FILES) {
      problems.add("there are more than " + MOST_FILES + " files; the others are not read");
    }
    for (Path file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      // Editors and version control keep files of their own.
      if (Stream.of(name.split("/")).noneMatch(part -> part.startsWith("."))) {
        read(file, name);
      }
    }
  }

  private void read(Path file, String name) throws IOException {
    Matcher messages = MESSAGES.matcher(name);
    Matcher template = TEMPLATE.matcher(name);
    Optional<String> like =
        messages.matches() || template.matches() ? shipped.apply(name) : Optional.empty();
    if (like.isEmpty()) {
      problems.add(name + " is not used: none of the shipped files has that name");
    } else if (Files.size(file) > MOST_BYTES) {
      problems.add(name + " is not used: it is larger than " + MOST_BYTES + " bytes");
    } else {
      try {
        String text = Files.readString(file);
        if (messages.matches()) {
          takeWords(name, messages.group(1), properties(text), properties(like.get()));
        } else {
          takeTemplate(name, template.group(1), text);
        }
      } catch (CharacterCodingException e) {
        problems.add(name + " is not used: it is not UTF-8");
      } catch (IllegalArgumentException e) {
        problems.add(name + " is not used: " + e.getMessage());
      }
    }
  }

  private void takeWords(String name, String bundle, Properties own, Properties ours) {
    Map<String, String> taken = new TreeMap<>();
    for (String key : new TreeSet<>(own.stringPropertyNames())) {
      Optional<String> objection = objection(own.getProperty(key), ours.getProperty(key));
      if (objection.isPresent()) {
        problems.add("%s: '%s' %s".formatted(name, key, objection.get()));
      } else {
        taken.put(key, own.getProperty(key));
      }
    }
    if (!taken.isEmpty()) {
      words.put(bundle, Map.copyOf(taken));
    }
  }

  private static Optional<String> objection(String text, String ours) {
    if (ours == null) {
      return Optional.of("is no text of that file");
    }
    if (ours.contains("{#")) {
      return Optional.of("has cases and can be changed in the product only");
    }
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      return Optional.of("must have 1 to " + LONGEST_TEXT + " characters");
    }
    Set<String> missing = blanks(ours);
    missing.removeAll(blanks(text));
    if (!missing.isEmpty()) {
      return Optional.of("lacks " + braced(missing));
    }
    Set<String> unknown = blanks(text);
    unknown.removeAll(blanks(ours));
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of("has " + braced(unknown) + ", which nothing fills");
  }

  private void takeTemplate(String name, String path, String text) {
    if (UNESCAPED.matcher(text).find()) {
      problems.add(name + " is not used: '.raw' and '.safe' would let in markup of customers");
    } else if (SCRIPT.matcher(text).find()) {
      problems.add(name + " is not used: mails and pages have no script");
    } else {
      templates.put(path, text);
    }
  }

  private static Set<String> blanks(String text) {
    return BLANK
        .matcher(text)
        .results()
        .map((MatchResult each) -> each.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String braced(Set<String> names) {
    return names.stream().map(each -> "{" + each + "}").collect(Collectors.joining(", "));
  }

  private static Properties properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
