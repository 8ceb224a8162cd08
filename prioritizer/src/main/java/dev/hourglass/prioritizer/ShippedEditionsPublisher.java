package dev.hourglass.prioritizer;

import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.prioritizer.edition.Editions.Publication;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Publishes the editions that come with Hourglass, once, before the first ticket is heard. */
@ApplicationScoped
public class ShippedEditionsPublisher {

  private static final Logger LOG = Logger.getLogger(ShippedEditionsPublisher.class);

  private final Editions editions;
  private final Clock clock;

  @Inject
  public ShippedEditionsPublisher(Editions editions, Clock clock) {
    this.editions = editions;
    this.clock = clock;
  }

  void publish(@Observes @Priority(1) StartupEvent event) {
    for (String id : ShippedEditions.IDS) {
      String document = ShippedEditions.document(id);
      Publication publication =
          editions.publish(EditionYaml.read(document), document, clock.instant());
      // Read once now, so that the first ticket does not wait for it.
      editions.edition(id);
      if (publication == Publication.PUBLISHED) {
        LOG.infof("Edition %s is published", id);
      } else if (publication == Publication.CONFLICT) {
        LOG.warnf(
            "Edition %s was published with another document; the published one stays in force", id);
      }
    }
  }
}
