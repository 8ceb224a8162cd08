package dev.hourglass.notifier;

import dev.hourglass.notifier.mail.AlertTexts;
import dev.hourglass.notifier.mail.MailTexts;
import dev.hourglass.notifier.mail.OwnTemplates;
import dev.hourglass.notifier.mail.OwnWords;
import dev.hourglass.notifier.preview.Previews;
import dev.hourglass.notifier.rest.PageTexts;
import dev.hourglass.notifier.texts.OwnTexts;
import dev.hourglass.notifier.texts.TextFolder;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts the support team's texts before ours. What is wrong with them is said, and does not keep the
 * service from starting: the shipped texts are sent instead.
 */
@ApplicationScoped
public class TextsWiring {

  /** Every bundle whose words can be changed. */
  public static final List<Class<?>> BUNDLES =
      List.of(MailTexts.class, PageTexts.class, AlertTexts.class);

  private static final Logger LOG = Logger.getLogger(TextsWiring.class);

  /** Before the first mail is written. */
  private static final int EARLY = 100;

  private final OwnTexts own;
  private final OwnWords words;
  private final OwnTemplates templates;
  private volatile List<String> refused;

  TextsWiring(TextsConfig config) {
    own =
        config
            .folder()
            .map(folder -> TextFolder.read(folder, TextsWiring::shipped))
            .orElseGet(OwnTexts::none);
    words = new OwnWords(own);
    templates = new OwnTemplates(own);
    refused = own.problems();
  }

  @Produces
  @Singleton
  OwnWords words() {
    return words;
  }

  /** What is left out, as of now. */
  public List<String> refused() {
    return refused;
  }

  void extend(@Observes EngineBuilder builder) {
    words.resolvers(BUNDLES).forEach(builder::addNamespaceResolver);
    builder.addLocator(templates);
  }

  void start(
      @Observes @Priority(EARLY) StartupEvent event, Engine engine, Instance<Previews> previews) {
    List<String> problems = new ArrayList<>(own.problems());
    if (!own.templates().isEmpty()) {
      problems.addAll(templates.tryAll(engine, previews.get()));
    }
    refused = List.copyOf(problems);
    for (String problem : problems) {
      LOG.warnf("A text of the folder is left out; the shipped one is sent: %s", problem);
    }
  }

  private static Optional<String> shipped(String path) {
    ClassLoader resources = Thread.currentThread().getContextClassLoader();
    try (InputStream stream = resources.getResourceAsStream(path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
