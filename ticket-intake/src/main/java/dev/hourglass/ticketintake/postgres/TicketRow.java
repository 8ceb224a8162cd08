package dev.hourglass.ticketintake.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.SourceMail;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.ticketintake.json.TicketJson;
import dev.hourglass.ticketintake.ticket.PromiseShown;
import dev.hourglass.ticketintake.ticket.Ticket;
import dev.hourglass.ticketintake.ticket.TicketState;
import dev.hourglass.ticketintake.ticket.TicketStatus;
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

/** A ticket as its row; commands read it under the row's lock. */
@Entity
@Table(name = "tickets")
public class TicketRow extends PanacheEntityBase {

  @Id UUID id;

  @Column(updatable = false)
  String reference;

  String account;

  @Column(name = "requester_email")
  String requesterEmail;

  @Column(name = "requester_name")
  String requesterName;

  @Column(name = "requester_role")
  @Enumerated(EnumType.STRING)
  Role requesterRole;

  @Enumerated(EnumType.STRING)
  Channel channel;

  @Enumerated(EnumType.STRING)
  Queue queue;

  String subject;
  String description;

  @Enumerated(EnumType.STRING)
  Impact impact;

  @Enumerated(EnumType.STRING)
  Workaround workaround;

  String locale;
  boolean proper;

  @Enumerated(EnumType.STRING)
  TicketStatus status;

  @Column(name = "pause_reason")
  @Enumerated(EnumType.STRING)
  PauseReason pauseReason;

  @Column(name = "merged_into")
  UUID mergedInto;

  int cycle;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "restored_at")
  Instant restoredAt;

  @Column(name = "solved_at")
  Instant solvedAt;

  @Column(name = "tickets_sequence")
  long ticketsSequence;

  @Column(name = "timings_sequence")
  long timingsSequence;

  /** Written by {@link Promises} alone. */
  @Column(insertable = false, updatable = false)
  String promise;

  /** Written by {@link TicketInsert} alone. */
  @Column(insertable = false, updatable = false)
  String mail;

  /** The ticket that this row holds. */
  Ticket ticket() {
    TicketContent content =
        new TicketContent(
            reference,
            account,
            new Requester(requesterEmail, requesterName, requesterRole),
            channel,
            queue,
            subject,
            description,
            impact,
            workaround,
            locale,
            proper,
            mail());
    return new Ticket(id, content, state(), cycle, receivedAt, updatedAt, restoredAt, solvedAt);
  }

  /** The promise that this row holds, if one was heard. */
  @Nullable PromiseShown promiseShown() {
    return TicketJson.promise(promise);
  }

  Sequences sequences() {
    return new Sequences(ticketsSequence, timingsSequence);
  }

  /** Takes over what a command has changed. */
  void become(Ticket ticket, Sequences sequences) {
    TicketContent content = ticket.content();
    account = content.account();
    requesterEmail = content.requester().email();
    requesterName = content.requester().name();
    requesterRole = content.requester().role();
    description = content.description();
    proper = content.proper();
    status = ticket.state().status();
    pauseReason = ticket.state() instanceof TicketState.Paused wait ? wait.reason() : null;
    mergedInto = ticket.state().mergedInto();
    cycle = ticket.cycle();
    updatedAt = ticket.updatedAt();
    restoredAt = ticket.restoredAt();
    solvedAt = ticket.solvedAt();
    ticketsSequence = sequences.tickets();
    timingsSequence = sequences.timings();
  }

  static @Nullable String written(@Nullable SourceMail mail) {
    try {
      return mail == null ? null : EventJson.mapper().writeValueAsString(mail);
    } catch (JsonProcessingException e) {
      throw new StorageFailed("the headers of a mail could not be written", e);
    }
  }

  private @Nullable SourceMail mail() {
    try {
      return mail == null ? null : EventJson.mapper().readValue(mail, SourceMail.class);
    } catch (JsonProcessingException e) {
      throw new StorageFailed("the headers of a mail could not be read", e);
    }
  }

  private TicketState state() {
    return switch (status) {
      case OPEN -> new TicketState.Open();
      case PAUSED -> new TicketState.Paused(pauseReason);
      case SOLVED -> new TicketState.Solved();
      case CLOSED -> new TicketState.Closed();
      case CANCELLED -> new TicketState.Cancelled();
      case MERGED -> new TicketState.Merged(mergedInto);
    };
  }
}
