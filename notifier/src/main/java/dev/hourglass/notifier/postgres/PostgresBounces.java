package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.bounce.Bounces;
import dev.hourglass.notifier.bounce.Notice;
import dev.hourglass.notifier.delivery.DeliveryState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes deliveries back that came back, together with the fact that says so. */
@ApplicationScoped
public class PostgresBounces implements Bounces {

  /** A server gives up after five days; RFC 5321 asks for four at least. */
  private static final Duration RECENT = Duration.ofDays(6);

  private static final String REMEMBER =
      "insert into bounces (id, heard_at, action, status, delivery_id)"
          + " values (?1, ?2, ?3, ?4, ?5) on conflict (id) do nothing";

  private final DeliveryRows deliveries;
  private final TicketRows tickets;
  private final DeliveryFacts facts;
  private final Commits commits;
  private final Journal journal;
  private final NotifierConfig config;
  private final Clock clock;

  PostgresBounces(
      DeliveryRows deliveries,
      TicketRows tickets,
      DeliveryFacts facts,
      Commits commits,
      Journal journal,
      NotifierConfig config,
      Clock clock) {
    this.deliveries = deliveries;
    this.tickets = tickets;
    this.facts = facts;
    this.commits = commits;
    this.journal = journal;
    this.config = config;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Heard hear(Notice notice) {
    Heard heard = heard(notice);
    commits.after(() -> journal.noticed(heard));
    return heard;
  }

  private Heard heard(Notice notice) {
    Notice.Report report = notice.worst();
    DeliveryRow found = report == null ? null : find(notice, report).orElse(null);
    if (found == null) {
      return Heard.UNKNOWN;
    }
    Instant now = clock.instant();
    if (!remember(notice, report, found, now)) {
      return Heard.KNOWN;
    }
    if (report.action() != Notice.Action.FAILED) {
      return Heard.NOTED;
    }
    if (found.ticketId != null) {
      tickets.locked(found.ticketId);
    }
    deliveries.getEntityManager().detach(found);
    return takeBack(deliveries.locked(found.id).orElseThrow(), report, now);
  }

  private Heard takeBack(DeliveryRow row, Notice.Report report, Instant now) {
    if (row.state != DeliveryState.SENT) {
      // It waits to be sent once more, or came back already: nobody believes that it arrived.
      return Heard.NOTED;
    }
    row.state = DeliveryState.BOUNCED;
    row.bouncedAt = now;
    row.reason = reason(report.status());
    facts.failed(row, row.reason);
    return Heard.BOUNCED;
  }

  private boolean remember(Notice notice, Notice.Report report, DeliveryRow row, Instant now) {
    return deliveries
            .getEntityManager()
            .createNativeQuery(REMEMBER)
            .setParameter(1, notice.id())
            .setParameter(2, now)
            .setParameter(3, report.action().name())
            .setParameter(4, report.status() == null ? "" : report.status())
            .setParameter(5, row.id)
            .executeUpdate()
        == 1;
  }

  private Optional<DeliveryRow> find(Notice notice, Notice.Report report) {
    String domain = "@" + config.mail().domain() + ">";
    List<String> keys =
        notice.messageIds().stream()
            .filter(id -> id.endsWith(domain))
            .map(id -> id.substring(1, id.length() - domain.length()))
            .toList();
    if (!keys.isEmpty()) {
      List<DeliveryRow> named = deliveries.list("messageKey in ?1", keys);
      return named.size() == 1 ? Optional.of(named.get(0)) : to(report.recipient(), named);
    }
    return notice.messageIds().isEmpty() && config.bounce().byRecipient()
        ? latestTo(report.recipient())
        : Optional.empty();
  }

  private static Optional<DeliveryRow> to(@Nullable String recipient, List<DeliveryRow> rows) {
    return rows.stream().filter(row -> row.recipient.equalsIgnoreCase(recipient)).findFirst();
  }

  /** A notice that does not show the mail that it is about is about the last one. */
  private Optional<DeliveryRow> latestTo(@Nullable String recipient) {
    return recipient == null
        ? Optional.empty()
        : deliveries
            .find(
                "lower(recipient) = ?1 and state = ?2 and sentAt > ?3 order by sentAt desc",
                recipient.toLowerCase(Locale.ROOT),
                DeliveryState.SENT,
                clock.instant().minus(RECENT))
            .firstResultOptional();
  }

  private static String reason(@Nullable String status) {
    return status == null ? "BOUNCED" : "BOUNCED_" + status.replace('.', '_');
  }
}
