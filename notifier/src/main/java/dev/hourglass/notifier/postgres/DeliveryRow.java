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

  public String cause;

  @Column(name = "message_key")
  public String messageKey;

  /** Missing where it is about more than one ticket. */
  @Column(name = "ticket_id")
  public UUID ticketId;

  @Enumerated(EnumType.STRING)
  public DeliveryKind kind;

  public int cycle;
  public String recipient;

  /** The domain of the recipient's address. */
  public String provider;

  @Enumerated(EnumType.STRING)
  public DeliveryState state;

  public int attempts;

  public int repeated;
  public int throttled;
  public int said;

  @Column(name = "due_at")
  public Instant dueAt;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "sent_at")
  public Instant sentAt;

  @Column(name = "bounced_at")
  public Instant bouncedAt;

  public UUID claim;

  @Column(name = "claimed_by")
  public String claimedBy;

  @Column(name = "lease_until")
  public Instant leaseUntil;

  public String reason;

  /** Whether the recipient has got it, or will. */
  boolean isServed() {
    return state == DeliveryState.PENDING
        || state == DeliveryState.SENDING
        || state == DeliveryState.SENT;
  }

  /** Nobody sends it any more. */
  void release(DeliveryState next) {
    state = next;
    claim = null;
    claimedBy = null;
    leaseUntil = null;
  }

  Delivery toDelivery() {
    return new Delivery(id, cause, ticketId, kind, cycle, recipient, attempts, createdAt);
  }
}
