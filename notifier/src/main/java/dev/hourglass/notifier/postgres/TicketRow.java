package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** A row of {@code tickets}. */
@Entity
@Table(name = "tickets")
public class TicketRow extends PanacheEntityBase {

  @Id public UUID id;

  @Column(name = "content_event_id")
  public String contentEventId;

  @Column(name = "content_sequence")
  public Long contentSequence;

  @Column(name = "content_at")
  public Instant contentAt;

  public String reference;
  public String account;
  public String email;
  public String name;
  public String subject;

  @Enumerated(EnumType.STRING)
  public Impact impact;

  @Enumerated(EnumType.STRING)
  public Workaround workaround;

  public String locale;

  @Enumerated(EnumType.STRING)
  public Channel channel;

  public boolean described;
  public boolean proper;

  @Column(name = "mail_id")
  public String mailId;

  @Column(name = "mail_references")
  public String mailReferences;

  /** Why nobody waits for an answer; missing on tickets of people. */
  public String automatic;

  @Column(name = "received_at")
  public Instant receivedAt;

  @Column(name = "completed_at")
  public Instant completedAt;

  @ColumnTransformer(write = "?::jsonb")
  public String prioritized;

  @Column(name = "prioritized_sequence")
  public long prioritizedSequence = -1;

  public int cycle = 1;

  @Column(name = "solved_at")
  public Instant solvedAt;

  @Column(name = "closed_at")
  public Instant closedAt;

  public boolean withdrawn;

  @Column(name = "timings_said")
  public long timingsSaid;

  @Column(name = "ratings_said")
  public long ratingsSaid;
}
