package dev.hourglass.notifier.confirmation;

import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.notifier.edition.Editions;
import dev.hourglass.notifier.edition.KnownEdition;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Editions in memory. */
public final class Shelf implements Editions {

  private final Map<String, KnownEdition> editions = new HashMap<>();

  /** A shipped edition, published under another name. */
  public static EditionPublished published(String shipped, String name) {
    String document = ShippedEditions.document(shipped);
    Edition edition = EditionYaml.readPublished(document);
    return new EditionPublished(
        name, edition.effectiveFrom(), edition.title(), edition.calendars(), document, "digest");
  }

  @Override
  public Optional<KnownEdition> find(String edition) {
    return Optional.ofNullable(editions.get(edition));
  }

  @Override
  public void hear(EditionPublished edition) {
    editions.put(edition.edition(), KnownEdition.of(edition));
  }
}
