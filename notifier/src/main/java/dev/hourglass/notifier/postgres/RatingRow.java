package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

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

  public String account;

  @Enumerated(EnumType.STRING)
  public Priority priority;

  @Enumerated(EnumType.STRING)
  public Plan plan;

  public String edition;

  @ColumnTransformer(write = "?::jsonb")
  public String outcomes;

  /** What a rating is found by. */
  public record Key(UUID ticketId, int cycle) implements Serializable {}
}
