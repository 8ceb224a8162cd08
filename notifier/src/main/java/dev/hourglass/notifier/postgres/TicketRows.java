package dev.hourglass.notifier.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.notifier.ticket.Content;
import dev.hourglass.notifier.ticket.KnownTicket;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code tickets}, and what they mean. */
@ApplicationScoped
public class TicketRows implements PanacheRepositoryBase<TicketRow, UUID> {

  /** Why a machine's mail is not answered. */
  static final String AUTOMATIC = "AUTOMATIC_MAIL";

  private static final String MAKE = "insert into tickets (id) values (?1) on conflict do nothing";

  /** The row under lock; made if it is not there. */
  TicketRow locked(UUID id) {
    return existing(id)
        .orElseGet(
            () -> {
              make(id);
              return existing(id).orElseThrow();
            });
  }

  /** Makes the row if it is not there. */
  void make(UUID id) {
    getEntityManager().createNativeQuery(MAKE).setParameter(1, id).executeUpdate();
  }

  /** The row under lock, if it is there. */
  Optional<TicketRow> existing(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  static KnownTicket toTicket(TicketRow row) {
    return new KnownTicket(
        row.id,
        row.contentEventId == null ? null : content(row),
        row.receivedAt,
        row.completedAt,
        row.prioritized == null ? null : read(row.prioritized),
        row.prioritizedSequence,
        row.cycle,
        row.solvedAt,
        row.closedAt,
        row.withdrawn);
  }

  static void write(KnownTicket ticket, TicketRow row) {
    write(ticket.content(), row);
    row.receivedAt = ticket.receivedAt();
    row.completedAt = ticket.completedAt();
    if (ticket.prioritizedSequence() != row.prioritizedSequence) {
      row.prioritized = write(ticket.prioritized());
      row.prioritizedSequence = ticket.prioritizedSequence();
    }
    row.cycle = ticket.cycle();
    row.solvedAt = ticket.solvedAt();
    row.closedAt = ticket.closedAt();
    row.withdrawn = ticket.withdrawn();
  }

  private static Content content(TicketRow row) {
    return new Content(
        row.contentEventId,
        row.contentSequence,
        row.contentAt,
        row.reference,
        row.account,
        row.email,
        row.name,
        row.subject,
        row.impact,
        row.workaround,
        row.locale,
        row.channel,
        row.described,
        row.proper,
        row.mailId,
        row.mailReferences,
        row.automatic != null);
  }

  private static void write(@Nullable Content content, TicketRow row) {
    if (content == null) {
      return;
    }
    row.contentEventId = content.eventId();
    row.contentSequence = content.sequence();
    row.contentAt = content.occurredAt();
    row.reference = content.reference();
    row.account = content.account();
    row.email = content.email();
    row.name = content.name();
    row.subject = content.subject();
    row.impact = content.impact();
    row.workaround = content.workaround();
    row.locale = content.locale();
    row.channel = content.channel();
    row.described = content.described();
    row.proper = content.proper();
    row.mailId = content.mailId();
    row.mailReferences = content.mailReferences();
    row.automatic = content.automatic() ? AUTOMATIC : null;
  }

  private static TicketPrioritized read(String json) {
    try {
      return EventJson.mapper().readValue(json, TicketPrioritized.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored promise could not be read", e);
    }
  }

  private static @Nullable String write(@Nullable TicketPrioritized prioritized) {
    try {
      return prioritized == null ? null : EventJson.mapper().writeValueAsString(prioritized);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a promise could not be stored", e);
    }
  }
}
