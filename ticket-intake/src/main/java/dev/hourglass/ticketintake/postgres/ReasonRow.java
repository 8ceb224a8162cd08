package dev.hourglass.ticketintake.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.ticketintake.ticket.Command;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why somebody gave a command, in their words; the text never leaves this database. */
@Entity
@Table(name = "reasons")
public class ReasonRow extends PanacheEntityBase {

  @Id UUID id;

  @Column(name = "ticket_id")
  UUID ticketId;

  @Enumerated(EnumType.STRING)
  Command command;

  String reason;

  /** Who gave it, where the command asks for that. */
  String agent;

  @Column(name = "given_at")
  Instant givenAt;

  static ReasonRow of(
      UUID ticketId, Command command, String reason, @Nullable String agent, Instant at) {
    ReasonRow row = new ReasonRow();
    row.id = UuidCreator.getTimeOrderedEpoch();
    row.ticketId = ticketId;
    row.command = command;
    row.reason = reason;
    row.agent = agent;
    row.givenAt = at;
    return row;
  }
}
