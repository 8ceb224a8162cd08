package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.Agenda;
import dev.hourglass.notifier.delivery.Claim;
import dev.hourglass.notifier.delivery.Deliveries;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.delivery.Lane;
import dev.hourglass.notifier.delivery.Lease;
import dev.hourglass.notifier.delivery.Outcome;
import dev.hourglass.notifier.delivery.Patience;
import dev.hourglass.notifier.ticket.KnownTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries as rows. Nothing is locked while a mail is sent: a claim is a row's state with a
 * lease. Whoever locks both locks the ticket before the delivery.
 */
@ApplicationScoped
public class PostgresDeliveries implements Deliveries {

  /** Whoever mends our access to the relay should not have to wait long. */
  private static final Patience RELAY =
      new Patience(Duration.ofSeconds(2), Duration.ofMinutes(1), Integer.MAX_VALUE, () -> 0);

  private final DeliveryRows deliveries;
  private final TicketRows tickets;
  private final Providers providers;
  private final DeliveryFacts facts;
  private final SurveyReminders reminders;
  private final Commits commits;
  private final Journal journal;
  private final Lease lease;
  private final Patience patience;
  private final Clock clock;

  PostgresDeliveries(
      DeliveryRows deliveries,
      TicketRows tickets,
      Providers providers,
      DeliveryFacts facts,
      SurveyReminders reminders,
      Commits commits,
      Journal journal,
      Lease lease,
      Patience patience,
      Clock clock) {
    this.deliveries = deliveries;
    this.tickets = tickets;
    this.providers = providers;
    this.facts = facts;
    this.reminders = reminders;
    this.commits = commits;
    this.journal = journal;
    this.lease = lease;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<Claim> claim(Lane lane, Instant now) {
    return claimNext(lane, now);
  }

  @Override
  @Transactional
  public void record(Claim claim, Outcome outcome) {
    recordOutcome(claim, outcome);
  }

  @Override
  @Transactional
  public Optional<Claim> recordAndClaim(Claim claim, Outcome outcome, Instant now) {
    recordOutcome(claim, outcome);
    return claimNext(claim.delivery().kind().lane(), now);
  }

  /**
   * Makes deliveries pending again whose worker is gone: killed, or cut off for longer than a
   * lease. They may have been accepted before, which is counted.
   *
   * @return how many there were
   */
  @Transactional
  public int reclaim() {
    List<DeliveryRow> rows = deliveries.reclaim(lease.instance(), lease.claimant());
    List<Delivery> again = rows.stream().map(DeliveryRow::toDelivery).toList();
    commits.after(() -> again.forEach(journal::repeated));
    return again.size();
  }

  private Optional<Claim> claimNext(Lane lane, Instant now) {
    UUID token = UUID.randomUUID();
    return deliveries
        .claim(lane, now, token, lease.claimant(), lease.lasts())
        .map(row -> claim(token, row));
  }

  private Claim claim(UUID token, DeliveryRow row) {
    TicketRow ticket = row.ticketId == null ? null : tickets.findById(row.ticketId);
    // Read only by the worker: a row that cannot be read must not fail the transaction at hand.
    return new Claim(
        token, row.toDelivery(), () -> ticket == null ? null : TicketRows.toTicket(ticket));
  }

  private void recordOutcome(Claim claim, Outcome outcome) {
    UUID ticketId = claim.delivery().ticketId();
    TicketRow ticket = ticketId == null ? null : tickets.existing(ticketId).orElse(null);
    Optional<DeliveryRow> found = deliveries.locked(claim.delivery().id());
    if (found.isEmpty() || !counts(found.get(), claim, outcome)) {
      commits.after(() -> journal.overtaken(claim.delivery()));
      return;
    }
    DeliveryRow row = found.get();
    // Much may have been heard while it was being sent.
    KnownTicket known = ticket == null ? null : TicketRows.toTicket(ticket);
    apply(outcome, row, known);
    commits.after(() -> journal.attempted(claim.delivery(), known, outcome));
  }

  /**
   * Whether the outcome of a claim still means something. That it was accepted always does, whoever
   * has claimed it since.
   */
  private static boolean counts(DeliveryRow row, Claim claim, Outcome outcome) {
    boolean stillClaimed = row.state == DeliveryState.SENDING && claim.token().equals(row.claim);
    boolean accepted = row.state == DeliveryState.SENT || row.state == DeliveryState.BOUNCED;
    return stillClaimed || (outcome instanceof Outcome.Sent && !accepted);
  }

  private void apply(Outcome outcome, DeliveryRow row, @Nullable KnownTicket known) {
    if (outcome instanceof Outcome.Sent sent) {
      row.release(DeliveryState.SENT);
      row.sentAt = sent.acceptedAt();
      row.reason = null;
      facts.delivered(row, sent.acceptedAt());
      reminders.follow(row, known);
      if (row.kind.isMail()) {
        providers.accepted(row.provider);
      }
    } else if (outcome instanceof Outcome.GivenUp givenUp) {
      giveUp(row, givenUp.reason());
    } else if (outcome instanceof Outcome.Suppressed suppressed) {
      row.release(DeliveryState.SUPPRESSED);
      row.attempts--;
      row.reason = suppressed.reason();
    } else if (outcome instanceof Outcome.Withdrawn
        || !Agenda.isWanted(known, row.kind, row.cycle)) {
      row.release(DeliveryState.WITHDRAWN);
    } else if (outcome instanceof Outcome.Retry retry) {
      waits(row, retry.at(), retry.reason());
    } else if (outcome instanceof Outcome.Throttled throttled) {
      throttled(row, throttled.reason());
    } else {
      putOff(outcome, row);
    }
  }

  /** It was not tried at all, or not for its own sake: no attempt is used up. */
  private void putOff(Outcome outcome, DeliveryRow row) {
    row.attempts--;
    Instant now = clock.instant();
    if (outcome instanceof Outcome.Misconfigured closed) {
      Instant until = providers.pause(Providers.OUR_RELAY, closed.reason(), RELAY, now);
      waits(row, until, closed.reason());
    } else if (outcome instanceof Outcome.Later later) {
      waits(row, later.at(), row.reason);
      providers.pace(row.provider, later.at(), later.step(), now);
    } else if (outcome instanceof Outcome.Postponed postponed) {
      waits(row, postponed.until(), row.reason);
    } else {
      throw new IllegalStateException("nobody knows what to do after " + outcome);
    }
  }

  private void throttled(DeliveryRow row, String reason) {
    row.throttled++;
    Instant until = providers.pause(row.provider, reason, patience, clock.instant());
    if (patience.isExhausted(row.throttled)) {
      giveUp(row, reason);
    } else {
      row.attempts--;
      waits(row, until, reason);
    }
  }

  private void giveUp(DeliveryRow row, String reason) {
    row.release(DeliveryState.GIVEN_UP);
    row.reason = reason;
    facts.failed(row, reason);
  }

  private static void waits(DeliveryRow row, Instant until, @Nullable String reason) {
    row.release(DeliveryState.PENDING);
    row.dueAt = until;
    row.reason = reason;
  }
}
