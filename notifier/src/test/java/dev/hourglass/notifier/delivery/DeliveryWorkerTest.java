package dev.hourglass.notifier.delivery;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static dev.hourglass.notifier.Fixtures.anyTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.timing.TicketCancelled;
import dev.hourglass.contracts.timing.TicketMerged;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeliveryWorkerTest {

  private static final Instant NOW = RECEIVED.plusSeconds(60);

  private final AnyTicket ticket = anyTicket();
  private final KnownTicket known = KnownTicket.unknown(ticket.id()).hears(ticket.created());
  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), 3, () -> 1.0 - 1e-9);

  @Test
  void whatIsAcceptedIsSent() {
    assertThat(attempt(0, known, (delivery, known) -> NOW.plusMillis(7)))
        .isEqualTo(new Outcome.Sent(NOW.plusMillis(7)));
  }

  @Test
  void whatFailsInPassingIsTriedAgainAfterABackoff() {
    assertThat(attempt(0, known, failing(false)))
        .isEqualTo(new Outcome.Retry(NOW.plusSeconds(1), "SMTP_451"));
    assertThat(attempt(1, known, failing(false)))
        .isEqualTo(new Outcome.Retry(NOW.plusSeconds(2), "SMTP_451"));
  }

  @Test
  @DisplayName("the last attempt of the limit gives up, the one before does not")
  void bothSidesOfTheLimit() {
    assertThat(attempt(1, known, failing(false))).isInstanceOf(Outcome.Retry.class);
    assertThat(attempt(2, known, failing(false))).isEqualTo(new Outcome.GivenUp("SMTP_451"));
  }

  @Test
  void whatIsRefusedForGoodIsGivenUpAtOnce() {
    assertThat(attempt(0, known, failing(true))).isEqualTo(new Outcome.GivenUp("SMTP_451"));
  }

  @Test
  @DisplayName("R20: a cancelled ticket is not written to any more")
  void whatIsNotWantedIsNotSent() {
    KnownTicket cancelled = known.hearsFact(ticket.fact(5, new TicketCancelled(ticket.id(), NOW)));
    assertThat(
            attempt(
                0,
                cancelled,
                (delivery, known) -> {
                  throw new AssertionError("sent all the same");
                }))
        .isEqualTo(new Outcome.Withdrawn());
  }

  @Test
  @DisplayName("R20: a merged ticket gets no survey and no confirmation, in either order")
  void aMergedTicketIsNotAskedHowWeWere() {
    Event<TicketMerged> merged =
        ticket.fact(6, new TicketMerged(ticket.id(), NOW, UUID.randomUUID()));
    Event<TicketSolved> solved = ticket.fact(5, new TicketSolved(ticket.id(), NOW, 1));
    Agenda agenda = new Agenda(Duration.ofSeconds(30), Duration.ZERO);

    assertThat(agenda.wanted(known.hearsFact(solved), NOW))
        .extracting(Wanted::kind)
        .contains(DeliveryKind.SURVEY);
    assertThat(agenda.wanted(known.hearsFact(solved).hearsFact(merged), NOW)).isEmpty();
    assertThat(agenda.wanted(known.hearsFact(merged).hearsFact(solved), NOW)).isEmpty();
  }

  @Test
  void theBackoffDoublesUpToItsLongest() {
    Backoff least = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), 3, () -> 0);
    assertThat(List.of(1, 2, 3, 7, 1000))
        .extracting(backoff::after)
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 60L, 60L);
    assertThat(least.after(1)).isEqualTo(Duration.ofMillis(500));
    assertThat(least.after(1000)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  @DisplayName("R23: every attempt has the same Message-ID, every message another")
  void messageIdsAreDerived() {
    Delivery first = delivery(DeliveryKind.SURVEY, 1, 0);
    assertThat(MessageId.of(first, "a.example"))
        .isEqualTo(MessageId.of(ticket.id() + "|SURVEY|1", "a.example"))
        .isEqualTo(MessageId.of(delivery(DeliveryKind.SURVEY, 1, 4), "a.example"))
        .isNotEqualTo(MessageId.of(delivery(DeliveryKind.SURVEY, 2, 0), "a.example"))
        .isNotEqualTo(MessageId.of(delivery(DeliveryKind.CONFIRMATION, 1, 0), "a.example"))
        .matches("<[0-9a-f]{32}@a\\.example>");
  }

  @Test
  @DisplayName("R24: nobody answers to ourselves, to machines or to nobody")
  void addressesThatAreNotWrittenTo() {
    AddressBook addresses = new AddressBook(List.of("Support@Hourglass.example"));
    assertThat(addresses.objection("ada@customer.example")).isEmpty();
    assertThat(addresses.objection("jürgen@münchen.example")).isEmpty();
    assertThat(addresses.objection(null)).contains("NO_RECIPIENT");
    assertThat(addresses.objection(" ")).contains("NO_RECIPIENT");
    assertThat(addresses.objection("<>")).contains("NO_RECIPIENT");
    assertThat(addresses.objection("support@hourglass.EXAMPLE")).contains("OWN_ADDRESS");
    assertThat(addresses.objection("support+hg-1@hourglass.example")).contains("OWN_ADDRESS");
    assertThat(addresses.objection("support@sub.hourglass.example")).isEmpty();
    assertThat(addresses.objection("ada+hourglass@customer.example")).isEmpty();
    assertThat(addresses.objection("no-reply+1@x.example")).contains("MACHINE_ADDRESS");
    assertThat(addresses.objection("MAILER-DAEMON@x.example")).contains("MACHINE_ADDRESS");
    assertThat(addresses.objection("a@b.example\r\nBcc: c@d.example")).contains("BAD_ADDRESS");
    assertThat(addresses.objection("a@b.example,c@d.example")).contains("BAD_ADDRESS");
    assertThat(addresses.objection("nobody")).contains("BAD_ADDRESS");
    assertThat(AddressBook.masked("ada@customer.example")).isEqualTo("a***@customer.example");
  }

  @Test
  @DisplayName("R23: what came of an attempt is recorded later if the database was away just then")
  void anOutcomeIsNotForgotten() {
    AtomicBoolean away = new AtomicBoolean(true);
    OneDelivery once = new OneDelivery(claim(1, known), away::get);
    DeliveryWorker worker = worker(once, courier((delivery, known) -> NOW));
    assertThatThrownBy(() -> worker.runOnce(NOW)).hasMessage("away");
    assertThat(once.outcomes).isEmpty();

    away.set(false);
    assertThat(worker.runOnce(NOW.plusSeconds(1))).isZero();
    assertThat(once.outcomes).containsExactly(new Outcome.Sent(NOW));
  }

  @Test
  void aTicketThatCannotBeReadHoldsUpNobody() {
    OneDelivery once =
        new OneDelivery(
            new Claim(
                UUID.randomUUID(),
                delivery(DeliveryKind.CONFIRMATION, 1, 1),
                () -> {
                  throw new IllegalStateException("unreadable");
                }),
            () -> false);
    assertThat(worker(once, courier((delivery, known) -> NOW)).runOnce(NOW)).isEqualTo(1);
    assertThat(once.outcomes).containsExactly(new Outcome.Retry(NOW.plusSeconds(1), "NOT_WRITTEN"));
  }

  @Test
  void eachKindHasOneCourier() {
    Courier courier = courier((delivery, known) -> NOW);
    assertThat(new Couriers(List.of(courier)).of(DeliveryKind.SURVEY)).contains(courier);
    assertThat(new Couriers(List.of(courier)).of(DeliveryKind.ALERT_WEBHOOK)).isEmpty();
    assertThatThrownBy(() -> new Couriers(List.of(courier, courier)))
        .hasMessageContaining("two couriers");
  }

  @Test
  void aLeaseLastsLongerThanAnAttempt() {
    Duration attempt = Duration.ofSeconds(20);
    assertThatThrownBy(() -> Lease.of(attempt, attempt, Optional.empty()))
        .hasMessageContaining("longer");
    Lease lease = Lease.of(attempt.plusMillis(1), attempt, Optional.of("notifier-0"));
    assertThat(lease.claimant()).startsWith("notifier-0/").isNotEqualTo(lease.instance());
  }

  private interface Bringing {
    Instant bring(Delivery delivery, KnownTicket ticket);
  }

  private static Bringing failing(boolean permanent) {
    return (delivery, known) -> {
      throw new CourierException("SMTP_451", permanent, null);
    };
  }

  private static Courier courier(Bringing bringing) {
    return new Courier() {
      @Override
      public boolean brings(DeliveryKind kind) {
        return kind.isToCustomer();
      }

      @Override
      public Instant bring(Delivery delivery, @Nullable KnownTicket ticket) {
        return bringing.bring(delivery, ticket);
      }
    };
  }

  private DeliveryWorker worker(Deliveries deliveries, Courier courier) {
    return new DeliveryWorker(
        deliveries, new Couriers(List.of(courier)), backoff, provider -> Optional.empty());
  }

  /** The outcome of an attempt after so many that failed. */
  private Outcome attempt(int failed, KnownTicket as, Bringing bringing) {
    OneDelivery once = new OneDelivery(claim(failed + 1, as), () -> false);
    assertThat(worker(once, courier(bringing)).runOnce(NOW)).isEqualTo(1);
    return once.outcomes.get(0);
  }

  private Claim claim(int attempts, KnownTicket as) {
    return new Claim(UUID.randomUUID(), delivery(DeliveryKind.CONFIRMATION, 1, attempts), () -> as);
  }

  private Delivery delivery(DeliveryKind kind, int cycle, int attempts) {
    return new Delivery(
        UUID.randomUUID(),
        Causes.of(ticket.id(), kind, cycle),
        ticket.id(),
        kind,
        cycle,
        ticket.email(),
        attempts,
        RECEIVED);
  }

  /** One delivery that is due, and a database that may be away when its outcome is recorded. */
  private static final class OneDelivery implements Deliveries {

    private final List<Outcome> outcomes = new ArrayList<>();
    private final BooleanSupplier away;
    private @Nullable Claim claim;

    OneDelivery(Claim claim, BooleanSupplier away) {
      this.claim = claim;
      this.away = away;
    }

    @Override
    public Optional<Claim> claim(Instant now) {
      Optional<Claim> next = Optional.ofNullable(claim);
      claim = null;
      return next;
    }

    @Override
    public void record(Claim claim, Outcome outcome) {
      if (away.getAsBoolean()) {
        throw new IllegalStateException("away");
      }
      outcomes.add(outcome);
    }

    @Override
    public Optional<Claim> recordAndClaim(Claim claim, Outcome outcome, Instant now) {
      record(claim, outcome);
      return claim(now);
    }
  }
}
