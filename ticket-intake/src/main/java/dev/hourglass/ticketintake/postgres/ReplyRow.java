package dev.hourglass.ticketintake.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Visibility;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What somebody wrote on a ticket; its text never leaves this database. */
@Entity
@Table(name = "replies")
public class ReplyRow extends PanacheEntityBase {

  @Id UUID id;

  @Column(name = "ticket_id")
  UUID ticketId;

  @Enumerated(EnumType.STRING)
  Author author;

  @Enumerated(EnumType.STRING)
  Visibility visibility;

  String text;

  @Column(name = "replied_at")
  Instant repliedAt;

  static ReplyRow of(UUID ticketId, Author author, Visibility visibility, String text, Instant at) {
    ReplyRow row = new ReplyRow();
    row.id = UuidCreator.getTimeOrderedEpoch();
    row.ticketId = ticketId;
    row.author = author;
    row.visibility = visibility;
    row.text = text;
    row.repliedAt = at;
    return row;
  }
}
