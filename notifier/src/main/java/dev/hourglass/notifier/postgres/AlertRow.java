package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
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

/** A row of {@code alerts}. */
@Entity
@Table(name = "alerts")
public class AlertRow extends PanacheEntityBase {

  @Id public UUID id;

  @Column(name = "ticket_id")
  public UUID ticketId;

  public String kind;

  @Enumerated(EnumType.STRING)
  public Metric metric;

  public int cycle;

  @Column(name = "detected_at")
  public Instant detectedAt;

  /** Missing where it was heard before documents were kept. */
  @ColumnTransformer(write = "?::json")
  public String document;

  @Enumerated(EnumType.STRING)
  public Priority priority;

  @Enumerated(EnumType.STRING)
  public Plan plan;

  public String region;

  @Column(name = "breach_id")
  public UUID breachId;

  @Column(name = "acknowledged_at")
  public Instant acknowledgedAt;

  @Column(name = "acknowledged_by")
  public String acknowledgedBy;
}
