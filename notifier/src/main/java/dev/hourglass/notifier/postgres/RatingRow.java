package dev.hourglass.notifier.postgres;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code ratings}. */
@Entity
@Table(name = "ratings")
@IdClass(RatingRow.Key.class)
public class RatingRow extends PanacheEntityBase {

  @Id
  @Column(name = "ticket_id")
  public UUID ticketId;

  @Id public int cycle;

  public int level;
  public String comment;
  public int revision;

  @Column(name = "rated_at")
  public Instant ratedAt;

  /** What a rating is found by. */
  public record Key(UUID ticketId, int cycle) implements Serializable {}
}
