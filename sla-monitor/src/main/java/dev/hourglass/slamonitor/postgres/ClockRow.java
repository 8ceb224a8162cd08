package dev.hourglass.slamonitor.postgres;

import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.slamonitor.board.BoardClock;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One clock of a ticket. */
@Entity
@Table(name = "clocks")
@IdClass(ClockRow.Key.class)
public class ClockRow extends PanacheEntityBase {

  @Id
  @Column(name = "ticket_id")
  public UUID ticketId;

  @Id
  @Enumerated(EnumType.STRING)
  public Metric metric;

  @Id public int cycle;

  public long version;

  @Enumerated(EnumType.STRING)
  public ClockStatus status;

  @Column(name = "started_at")
  public Instant startedAt;

  public Instant deadline;

  @Column(name = "remaining_millis")
  public Long remainingMillis;

  @Column(name = "stopped_at")
  public Instant stoppedAt;

  @Column(name = "within_millis")
  public long withinMillis;

  public String calendar;
  public boolean contractual;

  ClockState state() {
    return new ClockState(
        metric,
        cycle,
        status,
        startedAt,
        deadline,
        remaining(),
        stoppedAt,
        Duration.ofMillis(withinMillis),
        calendar,
        contractual);
  }

  BoardClock onBoard(TicketRow ticket) {
    return new BoardClock(
        ticketId,
        ticket.reference,
        ticket.account,
        ticket.priority,
        metric,
        cycle,
        status,
        startedAt,
        deadline,
        remaining(),
        stoppedAt,
        Duration.ofMillis(withinMillis),
        calendar,
        contractual);
  }

  private Duration remaining() {
    return remainingMillis == null ? null : Duration.ofMillis(remainingMillis);
  }

  /** What makes a clock one of its ticket. */
  public record Key(UUID ticketId, Metric metric, int cycle) implements Serializable {}
}
