package dev.hourglass.prioritizer.postgres;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.outbox.Outbox;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.prioritizer.edition.Editions;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Editions in PostgreSQL. What was read once stays in memory, for an edition never changes. */
@ApplicationScoped
public class EditionStore implements Editions {

  private static final String INSERT =
      "insert into editions"
          + " (id, title, effective_from, pin_only, document, digest, stored_at, scope)"
          + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict (id) do nothing";

  private static final String LATEST_FOR_OPEN_TICKETS =
      "select id from editions where scope = 'OPEN_TICKETS' and not pin_only"
          + " and effective_from <= ?1 order by effective_from desc, id collate \"C\" desc limit 1";

  private static final String REMOVE_DRAFT = "delete from drafts where edition = ?1";

  private final EntityManager entities;
  private final Outbox outbox;
  private final Map<String, Edition> read = new ConcurrentHashMap<>();

  @Inject
  public EditionStore(EntityManager entities, Outbox outbox) {
    this.entities = entities;
    this.outbox = outbox;
  }

  @Override
  @Transactional
  public List<Summary> list(Instant now) {
    List<EditionEntity> all = EditionEntity.listAll(Sort.by("effectiveFrom").and("id"));
    Optional<String> current = current(all, now);
    return all.stream()
        .map(
            each ->
                new Summary(
                    each.id,
                    each.title,
                    each.effectiveFrom,
                    each.scope,
                    each.pinOnly,
                    current.filter(each.id::equals).isPresent(),
                    each.digest))
        .toList();
  }

  @Override
  @Transactional
  public Optional<String> forOpenTickets(Instant now) {
    // Asked every few seconds, so the documents stay where they are.
    return entities
        .createNativeQuery(LATEST_FOR_OPEN_TICKETS, String.class)
        .setParameter(1, now)
        .getResultStream()
        .map(String.class::cast)
        .findFirst();
  }

  /** Those that are only pinned are in force for nobody else. */
  private static Optional<String> current(List<EditionEntity> editions, Instant now) {
    return editions.stream()
        .filter(each -> !each.pinOnly && !each.effectiveFrom.isAfter(now))
        .max(
            Comparator.comparing((EditionEntity each) -> each.effectiveFrom)
                .thenComparing(each -> each.id))
        .map(each -> each.id);
  }

  @Override
  @Transactional
  public String publishedAs(String id) {
    return EditionEntity.<EditionEntity>findByIdOptional(id)
        .map(each -> eventId(each.id, each.digest))
        .orElseThrow(() -> new IllegalArgumentException("there is no edition " + id));
  }

  @Override
  @Transactional
  public Optional<String> document(String id) {
    return EditionEntity.<EditionEntity>findByIdOptional(id).map(each -> each.document);
  }

  @Override
  public boolean known(String id) {
    return read.containsKey(id) || document(id).isPresent();
  }

  @Override
  public Edition edition(String id) {
    Edition known = read.get(id);
    if (known != null) {
      return known;
    }
    Edition edition =
        EditionYaml.readPublished(
            document(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no edition " + id)));
    read.put(id, edition);
    return edition;
  }

  @Override
  @Transactional
  public Publication publish(Edition edition, String document, Instant now) {
    String digest = digest(document);
    int inserted =
        entities
            .createNativeQuery(INSERT)
            .setParameter(1, edition.id())
            .setParameter(2, edition.title())
            .setParameter(3, edition.effectiveFrom())
            .setParameter(4, edition.pinOnly())
            .setParameter(5, document)
            .setParameter(6, digest)
            .setParameter(7, now)
            .setParameter(8, edition.scope().name())
            .executeUpdate();
    if (inserted == 0) {
      EditionEntity stored = EditionEntity.findById(edition.id());
      return stored.digest.equals(digest) ? Publication.SAME : Publication.CONFLICT;
    }
    entities.createNativeQuery(REMOVE_DRAFT).setParameter(1, edition.id()).executeUpdate();
    outbox.append(Topics.EDITIONS, published(edition, document, digest, now));
    return Publication.PUBLISHED;
  }

  private static Event<EditionPublished> published(
      Edition edition, String document, String digest, Instant now) {
    EditionPublished data =
        new EditionPublished(
            edition.id(),
            edition.effectiveFrom(),
            edition.title(),
            edition.calendars(),
            document,
            digest);
    return Event.withId(eventId(edition.id(), digest), Topics.PRIORITIZER, now, 1, data);
  }

  private static String eventId(String edition, String digest) {
    String name = "prioritizer/edition/" + edition + "/" + digest;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String digest(String document) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(document.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
