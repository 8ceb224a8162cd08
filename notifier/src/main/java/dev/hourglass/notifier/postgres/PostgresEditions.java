package dev.hourglass.notifier.postgres;

import static dev.hourglass.contracts.Rules.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.notifier.edition.Editions;
import dev.hourglass.notifier.edition.KnownEdition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Editions as rows, so that a restart knows them and every instance does, whichever heard them.
 * What was read once is remembered.
 */
@ApplicationScoped
public class PostgresEditions implements Editions {

  private static final Logger LOG = Logger.getLogger(PostgresEditions.class);

  private static final String REMEMBER =
      "insert into editions (edition, digest, published) values (?1, ?2, cast(?3 as jsonb))"
          + " on conflict do nothing";

  private final EntityManager entities;
  private final Map<String, KnownEdition> known = new ConcurrentHashMap<>();

  PostgresEditions(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<KnownEdition> find(String edition) {
    KnownEdition remembered = known.get(edition);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<KnownEdition> read =
        QuarkusTransaction.joiningExisting()
            .call(
                () ->
                    text(
                        "select cast(published as text) from editions where edition = ?1", edition))
            .map(json -> read(edition, json));
    read.ifPresent(each -> known.put(edition, each));
    return read;
  }

  @Override
  @Transactional
  public void hear(EditionPublished edition) {
    KnownEdition.of(edition); // Refuses what nobody could count on.
    int added =
        entities
            .createNativeQuery(REMEMBER)
            .setParameter(1, edition.edition())
            .setParameter(2, edition.digest())
            .setParameter(3, write(edition))
            .executeUpdate();
    if (added == 0) {
      rule(
          text("select digest from editions where edition = ?1", edition.edition())
              .filter(edition.digest()::equals)
              .isPresent(),
          "the edition is known with other content");
    }
  }

  private Optional<String> text(String query, String edition) {
    List<?> found = entities.createNativeQuery(query).setParameter(1, edition).getResultList();
    return found.stream().map(String.class::cast).findFirst();
  }

  private static KnownEdition read(String edition, String json) {
    try {
      KnownEdition read =
          KnownEdition.of(EventJson.mapper().readValue(json, EditionPublished.class));
      if (read.policy() == null) {
        LOG.warnf("Edition %s cannot be read whole; letters name no phone lines of it", edition);
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored edition could not be read", e);
    }
  }

  private static String write(EditionPublished edition) {
    try {
      return EventJson.mapper().writeValueAsString(edition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an edition could not be stored", e);
    }
  }
}
