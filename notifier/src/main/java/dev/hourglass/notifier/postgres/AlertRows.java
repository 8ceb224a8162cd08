package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.notifier.alert.HeardAlert;
import dev.hourglass.notifier.subscription.AlertTraits;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code alerts}, and what they mean. */
@ApplicationScoped
public class AlertRows implements PanacheRepositoryBase<AlertRow, UUID> {

  private static final String REMEMBER =
      "insert into alerts (id, ticket_id, kind, metric, cycle, detected_at, document, priority,"
          + " plan, region, breach_id) values (:id, :ticketId, :kind, cast(:metric as text),"
          + " :cycle, :detectedAt, cast(:document as json), cast(:priority as text),"
          + " cast(:plan as text), cast(:region as text), cast(:breachId as uuid))"
          // One that was heard before documents were kept.
          + " on conflict (id) do update set document = excluded.document,"
          + " priority = excluded.priority, plan = excluded.plan, region = excluded.region,"
          + " breach_id = excluded.breach_id where alerts.document is null";

  private static final String REGION =
      "select prioritized -> 'basis' ->> 'region' from tickets where id = ?1";

  /** What the event is, completed by what is known of its ticket and of the breach it is about. */
  HeardAlert toHeard(Event<Alert> event, String document) {
    Alert alert = event.data();
    AlertTraits traits = AlertTraits.of(alert);
    HeardAlert plain = new HeardAlert(UUID.fromString(event.id()), event, document, traits);
    AlertRow breach = plain.breach() == null ? null : findById(plain.breach());
    AlertTraits completed =
        breach == null
            ? traits.completed(null, null, region(alert.ticketId()))
            : traits.completed(breach.priority, breach.plan, breach.region);
    return new HeardAlert(plain.id(), event, document, completed);
  }

  static HeardAlert toHeard(AlertRow row) {
    Event<Alert> event =
        EventJson.read(topic(row.kind), row.document.getBytes(StandardCharsets.UTF_8));
    AlertTraits traits = AlertTraits.of(event.data()).completed(row.priority, row.plan, row.region);
    return new HeardAlert(row.id, event, row.document, traits);
  }

  /** Whether the alert was heard. */
  boolean isKnown(UUID alert) {
    return count("id", alert) > 0;
  }

  /** Whether the alert was not known, or not with its document. */
  boolean remember(HeardAlert heard) {
    Alert alert = heard.alert();
    Priority priority = heard.traits().priority();
    Plan plan = heard.traits().plan();
    Query remember =
        getEntityManager()
            .createNativeQuery(REMEMBER)
            .setParameter("id", heard.id())
            .setParameter("ticketId", alert.ticketId())
            .setParameter("kind", heard.event().type())
            .setParameter("metric", alert.metric() == null ? null : alert.metric().name())
            .setParameter("cycle", alert.cycle())
            .setParameter("detectedAt", alert.detectedAt())
            .setParameter("document", heard.document())
            .setParameter("priority", priority == null ? null : priority.name())
            .setParameter("plan", plan == null ? null : plan.name())
            .setParameter("region", heard.traits().region())
            .setParameter("breachId", heard.breach());
    return remember.executeUpdate() == 1;
  }

  /** Those seen in a time whose documents are kept, in the order in which they were seen. */
  List<AlertRow> seen(Instant from, Instant to, int most) {
    return find(
            "detectedAt >= ?1 and detectedAt < ?2 and document is not null"
                + " order by detectedAt, id",
            from,
            to)
        .range(0, most - 1)
        .list();
  }

  static boolean callsSomebody(AlertRow row) {
    return !row.kind.equals(SlaBreachWithdrawn.class.getSimpleName());
  }

  private @Nullable String region(UUID ticketId) {
    List<?> found =
        getEntityManager()
            .createNativeQuery(REGION, String.class)
            .setParameter(1, ticketId)
            .getResultList();
    return found.isEmpty() ? null : (String) found.get(0);
  }

  private static Topic<Alert> topic(String kind) {
    return kind.equals(SlaAtRisk.class.getSimpleName()) ? Topics.SLA_WARNINGS : Topics.SLA_BREACHES;
  }
}
