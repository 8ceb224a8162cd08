package dev.hourglass.slamonitor.postgres;

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

/** A ticket as its last state of clocks told of it. */
@Entity
@Table(name = "tickets")
public class TicketRow extends PanacheEntityBase {

  @Id
  @Column(name = "ticket_id")
  public UUID ticketId;

  public long version;

  @Column(name = "as_of")
  public Instant asOf;

  public int facts;
  public String reference;
  public String account;

  @Enumerated(EnumType.STRING)
  public Priority priority;

  @Enumerated(EnumType.STRING)
  public Plan plan;

  public String edition;
}
