package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.preview.Preview;
import dev.hourglass.notifier.preview.Previews;
import dev.hourglass.notifier.preview.Sample;
import dev.hourglass.notifier.texts.OwnTexts;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The support team's templates before ours, each only after it has written every preview in every
 * language with what ours writes: the reference, and every link. One that cannot is left out.
 */
public final class OwnTemplates implements TemplateLocator {

  private static final int FIRST = 100;
  private static final Pattern ESSENTIAL = Pattern.compile("HG-[0-9A-F]+|https?://[^\\s\"<>]+");

  private final OwnTexts texts;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final AtomicInteger located = new AtomicInteger();

  public OwnTemplates(OwnTexts texts) {
    this.texts = texts;
  }

  @Override
  public int getPriority() {
    return FIRST;
  }

  @Override
  public Optional<TemplateLocation> locate(String id) {
    return used.stream()
        .filter(path -> isOf(id, path))
        .findFirst()
        .map(
            path -> {
              located.incrementAndGet();
              return new Own(texts.templates().get(path), variant(path));
            });
  }

  /** A template as text; HTML is escaped as ours is. */
  private record Own(String text, Variant variant) implements TemplateLocation {

    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(variant);
    }
  }

  /**
   * Tries all of them, and uses from now on those that work.
   *
   * @return what is wrong with the others, in sentences
   */
  public List<String> tryAll(Engine engine, Previews previews) {
    List<String> problems = new ArrayList<>();
    Map<String, Set<String>> essentials = essentials(previews);
    for (String path : new TreeMap<>(texts.templates()).keySet()) {
      use(path, engine);
      Optional<String> problem = tried(path, engine, previews, essentials);
      if (problem.isPresent()) {
        used.remove(path);
        engine.removeTemplates(id -> isOf(id, path));
        problems.add("templates/" + path + " is not used: " + problem.get());
      }
    }
    return problems;
  }

  private void use(String path, Engine engine) {
    used.add(path);
    located.set(0);
    engine.removeTemplates(id -> isOf(id, path));
  }

  private Optional<String> tried(
      String path, Engine engine, Previews previews, Map<String, Set<String>> essentials) {
    try {
      engine.parse(texts.templates().get(path), variant(path), "templates/" + path);
      for (Map.Entry<String, String> written : written(previews).entrySet()) {
        for (String essential : essentials.get(written.getKey())) {
          if (!written.getValue().contains(essential)) {
            return Optional.of("%s lacks %s".formatted(written.getKey(), essential));
          }
        }
      }
    } catch (TemplateException e) {
      return Optional.of(firstLine(e));
    }
    return located.get() > 0 ? Optional.empty() : Optional.of("no preview shows it");
  }

  private static Map<String, Set<String>> essentials(Previews previews) {
    Map<String, Set<String>> essentials = new TreeMap<>();
    written(previews)
        .forEach(
            (name, text) ->
                essentials.put(
                    name,
                    ESSENTIAL
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet())));
    return essentials;
  }

  /** Every message in every language, HTML and text apart. */
  private static Map<String, String> written(Previews previews) {
    Map<String, String> written = new TreeMap<>();
    for (Preview preview : previews.all()) {
      for (String sample : preview.samples()) {
        for (Language language : Language.values()) {
          Sample each = preview.sample(language, sample);
          String name = name(preview, sample, language);
          written.put(name + " as HTML", each.html());
          written.put(name + " as text", Objects.requireNonNullElse(each.text(), ""));
        }
      }
    }
    return written;
  }

  private static String name(Preview preview, String sample, Language language) {
    return "%s in %s (%s)".formatted(preview.message(), language.tag(), sample);
  }

  private static String firstLine(TemplateException e) {
    return e.getMessage() == null ? "it fails" : e.getMessage().lines().findFirst().orElse("");
  }

  private static boolean isOf(String id, String path) {
    return path.equals(id) || path.substring(0, path.lastIndexOf('.')).equals(id);
  }

  private static Variant variant(String path) {
    return Variant.forContentType(path.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN);
  }
}
