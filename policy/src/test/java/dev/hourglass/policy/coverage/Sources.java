package dev.hourglass.policy.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the repository names facts: in the editions, in the code, in the names of tests. */
final class Sources {

  /** A row of an edition, as it begins. */
  private static final Pattern ROW =
      Pattern.compile("^ *- (?:rule|note|route|metric|priority|name|level): *\"?([A-Za-z0-9_-]+)");

  private static final Pattern SECTION = Pattern.compile("^([a-zA-Z]+):");

  /** The name of a test, up to its method. */
  private static final Pattern TEST =
      Pattern.compile(
          "@(?:DisplayName\\(|ParameterizedTest\\(\\s*name\\s*=)\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");

  private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

  private final Path root;

  Sources(Path root) {
    this.root = root;
  }

  String page(String name) {
    return text(root.resolve(Path.of("docs", name)));
  }

  /** By fact: the rows of the editions whose comments name it, and the types whose Javadoc does. */
  Map<String, Set<String>> places() {
    Map<String, Set<String>> places = new TreeMap<>();
    for (String edition : List.of("2020", "2021")) {
      Path file = Path.of("policy", "src", "main", "resources", "editions", edition + ".yaml");
      rows(edition, text(root.resolve(file)).lines().toList(), places);
    }
    for (Path file : java("main")) {
      String type = "`" + file.getFileName().toString().replace(".java", "") + "`";
      Fact.ids(text(file)).forEach(id -> add(places, id, type));
    }
    return places;
  }

  /** A comment in a line of its own is about what follows it. */
  private static void rows(String edition, List<String> lines, Map<String, Set<String>> places) {
    String section = "";
    String row = "";
    Set<String> waiting = new TreeSet<>();
    for (String line : lines) {
      int comment = line.indexOf('#');
      if (comment >= 0) {
        waiting.addAll(Fact.ids(line.substring(comment)));
      }
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      Matcher ofSection = SECTION.matcher(line);
      if (ofSection.find()) {
        section = ofSection.group(1);
        row = "";
      }
      Matcher ofRow = ROW.matcher(line);
      if (ofRow.find()) {
        row = "/" + ofRow.group(1);
      }
      for (String id : waiting) {
        add(places, id, edition + ": " + section + row);
      }
      waiting.clear();
    }
  }

  /** By fact: the tests that name it. */
  Map<String, Set<String>> tests() {
    Map<String, Set<String>> tests = new TreeMap<>();
    for (Path file : java("test")) {
      String text = text(file);
      String type = file.getFileName().toString().replace(".java", "");
      Matcher test = TEST.matcher(text);
      while (test.find()) {
        Matcher method = METHOD.matcher(text);
        if (method.find(test.end())) {
          String name = "`" + type + "." + method.group(1) + "`";
          Fact.ids(test.group(1)).forEach(id -> add(tests, id, name));
        }
      }
    }
    return tests;
  }

  private List<Path> java(String kind) {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve(Path.of("src", kind, "java")))
          .filter(Files::isDirectory)
          .flatMap(Sources::below)
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getParent().endsWith("coverage"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, Set<String>> found, String id, String where) {
    found.computeIfAbsent(id, none -> new TreeSet<>()).add(where);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
