package dev.hourglass.prioritizer.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NewEditionTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Edition OLD = EditionYaml.read(ShippedEditions.document("2020"));
  private static final Edition NEW = EditionYaml.read(ShippedEditions.document("2021"));
  private static final Reason TEXT = new Reason("text-down", "It says that nothing works.");

  private static TicketPrioritized before() {
    Basis basis =
        new Basis(
            "A-1",
            true,
            AccountType.BUSINESS,
            Plan.PREMIER,
            Role.MEMBER,
            "DE",
            null,
            "de",
            Channel.PHONE,
            Queue.TECHNICAL,
            Priority.P2);
    return new TicketPrioritized(
        UUID.fromString("01934b2e-0000-7000-8000-000000000001"),
        NOW,
        "first",
        Priority.P2,
        List.of(TEXT, OLD.promise(basis).reason()),
        0.5,
        true,
        OLD.entitlement(Standing.of(basis)),
        basis,
        OLD.promise(basis).promise());
  }

  @Test
  @DisplayName(
      "R21: priority, basis and what they rest on stay; entitlement, targets and their reason are the new edition's")
  void keepsThePriorityAndItsReasons() {
    TicketPrioritized after = NewEdition.promise(before(), OLD, NEW, "second", NOW.plusSeconds(1));
    assertThat(after.priority()).isEqualTo(Priority.P2);
    assertThat(after.basis()).isEqualTo(before().basis());
    assertThat(after.confidence()).isEqualTo(0.5);
    assertThat(after.review()).isTrue();
    assertThat(before().entitlement().allowed()).isTrue();
    assertThat(after.entitlement().allowed()).isFalse();
    assertThat(before().promise().target(Metric.CONFIRMATION)).isPresent();
    assertThat(after.promise().targets()).isEmpty();
    assertThat(after.reasons())
        .extracting(Reason::rule)
        .containsExactly("text-down", NewEdition.FOR_OPEN_TICKETS, "no-response-times");
  }

  @Test
  @DisplayName("the next edition takes the place of the one before, in the reasons too")
  void namesTheLastEditionOnly() {
    TicketPrioritized once = NewEdition.promise(before(), OLD, NEW, "second", NOW.plusSeconds(1));
    TicketPrioritized twice = NewEdition.promise(once, NEW, OLD, "third", NOW.plusSeconds(2));
    assertThat(twice.reasons())
        .extracting(Reason::rule)
        .containsExactly(
            "text-down", NewEdition.FOR_OPEN_TICKETS, "response-times-of-paid-accounts");
    assertThat(twice.promise()).isEqualTo(before().promise());
    assertThat(Prioritizer.eventId(twice)).isNotEqualTo(Prioritizer.eventId(once));
  }
}
