package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.DeliveryState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code deliveries}. */
@Entity
@Table(name = "deliveries")
public class DeliveryRow extends PanacheEntityBase {

  @Id public UUID id;

  @Column(name = "ticket_id")
  public UUID ticketId;

  @Enumerated(EnumType.STRING)
  public DeliveryKind kind;

  public int cycle;
  public String recipient;

  @Enumerated(EnumType.STRING)
  public DeliveryState state;

  public int attempts;

  @Column(name = "due_at")
  public Instant dueAt;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "sent_at")
  public Instant sentAt;

  public String reason;

  /** Whether the recipient has got it, or will. */
  boolean isServed() {
    return state == DeliveryState.PENDING || state == DeliveryState.SENT;
  }

  Delivery toDelivery() {
    return new Delivery(id, ticketId, kind, cycle, recipient, attempts, createdAt);
  }
}
