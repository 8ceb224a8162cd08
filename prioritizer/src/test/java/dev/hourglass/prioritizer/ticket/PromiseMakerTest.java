package dev.hourglass.prioritizer.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import dev.hourglass.triage.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseMakerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Edition CURRENT = EditionYaml.read(ShippedEditions.document("2021"));
  private static final Edition OLD = EditionYaml.read(ShippedEditions.document("2020"));

  private static Customer premier(Role memberRole, boolean hasMembers) {
    return new Customer(
        true,
        AccountType.BUSINESS,
        Plan.PREMIER,
        "DE",
        null,
        "de",
        hasMembers,
        memberRole,
        "2021",
        false);
  }

  private static TicketCreated ticket(
      Impact impact, Workaround workaround, Role stated, Channel channel) {
    return new TicketCreated(
        UUID.fromString("01934b2e-0000-7000-8000-000000000001"),
        NOW,
        new TicketContent(
            "HG-1",
            "A-1",
            new Requester("ada@acme.example", "Ada", stated),
            channel,
            Queue.TECHNICAL,
            "Subject",
            "Text",
            impact,
            workaround,
            null,
            true));
  }

  private static PromiseMaker reading(Priority priority, double confidence, boolean review) {
    return new PromiseMaker(
        (subject, description, language) ->
            new Decision(
                priority,
                confidence,
                review,
                "en",
                List.of(new Reason("text-test", "It says so."))));
  }

  private static PromiseMaker notReading() {
    return new PromiseMaker(
        (subject, description, language) -> {
          throw new AssertionError("the impact is stated");
        });
  }

  @Test
  @DisplayName("S33 K13: a stated impact is decided by the table, without reading the text")
  void decidesByTheTable() {
    TicketPrioritized promise =
        notReading()
            .promise(
                ticket(Impact.SERVICE_DOWN, Workaround.PARTIAL, null, Channel.WEB),
                "cause",
                premier(Role.OWNER, true),
                CURRENT,
                null,
                NOW);
    assertThat(promise.priority()).isEqualTo(Priority.P2);
    assertThat(promise.confidence()).isNull();
    assertThat(promise.review()).isFalse();
  }

  @ParameterizedTest(name = "text {0}, stated workaround {1}: {2}")
  @DisplayName("K13: where no impact is stated the text decides; a stated workaround is believed")
  @CsvSource(
      nullValues = "-",
      value = {"P1, -, P1", "P1, NONE, P1", "P1, PARTIAL, P2", "P1, FULL, P2", "P4, FULL, P4"})
  void readsTheTextWhereNoImpactIsStated(Priority text, Workaround stated, Priority priority) {
    TicketPrioritized promise =
        reading(text, 0.9, false)
            .promise(
                ticket(null, stated, null, Channel.WEB),
                "cause",
                premier(Role.OWNER, true),
                CURRENT,
                null,
                NOW);
    assertThat(promise.priority()).isEqualTo(priority);
    assertThat(promise.confidence()).isEqualTo(0.9);
    assertThat(rules(promise)).contains("text-test");
  }

  @ParameterizedTest(name = "text {0}, uncertain {1}: {2}")
  @DisplayName("K13: down with a full workaround is a contradiction; a clear text settles it")
  @CsvSource({"P3, false, P3", "P3, true, P2", "P1, false, P2"})
  void settlesContradictionsByTheText(Priority text, boolean uncertain, Priority priority) {
    TicketPrioritized promise =
        reading(text, 0.5, uncertain)
            .promise(
                ticket(Impact.SERVICE_DOWN, Workaround.FULL, null, Channel.WEB),
                "cause",
                premier(Role.OWNER, true),
                CURRENT,
                null,
                NOW);
    assertThat(promise.priority()).isEqualTo(priority);
    assertThat(rules(promise).contains("text-test")).isEqualTo(!uncertain);
  }

  @ParameterizedTest(name = "listed {0}, list {1}, stated {2} by {3}: {4} ({5})")
  @DisplayName("S15 S45 S57 S58: which role counts")
  @CsvSource(
      nullValues = "-",
      value = {
        "ADMIN, true,  MEMBER,          WEB,   ADMIN,           -",
        "MEMBER, true, OWNER,           PHONE, MEMBER,          -",
        "-,     true,  OWNER,           WEB,   MEMBER,          role-not-confirmed",
        "-,     true,  ADMIN,           API,   MEMBER,          role-not-confirmed",
        "-,     true,  LICENSED_MEMBER, WEB,   LICENSED_MEMBER, role-as-stated",
        "-,     true,  OWNER,           PHONE, OWNER,           role-as-stated",
        "-,     false, OWNER,           WEB,   OWNER,           role-as-stated",
        "-,     false, -,               WEB,   MEMBER,          role-not-stated"
      })
  void decidesTheRole(
      Role listed, boolean hasMembers, Role stated, Channel channel, Role role, String reason) {
    TicketPrioritized promise =
        notReading()
            .promise(
                ticket(Impact.QUESTION, null, stated, channel),
                "cause",
                premier(listed, hasMembers),
                CURRENT,
                null,
                NOW);
    assertThat(promise.basis().role()).isEqualTo(role);
    assertThat(
            rules(promise).stream()
                .filter(rule -> rule.startsWith("role-"))
                .findFirst()
                .orElse(null))
        .isEqualTo(reason);
  }

  @Test
  @DisplayName(
      "K1: an unknown account is Basic, its requester a MEMBER whatever they state, and it says so")
  void treatsUnknownAccountsAsBasic() {
    TicketPrioritized promise =
        notReading()
            .promise(
                ticket(Impact.SERVICE_DOWN, Workaround.NONE, Role.OWNER, Channel.PHONE),
                "cause",
                Customer.unknown("2021"),
                CURRENT,
                null,
                NOW);
    assertThat(promise.basis().accountKnown()).isFalse();
    assertThat(promise.basis().accountType()).isEqualTo(AccountType.BASIC);
    assertThat(promise.basis().plan()).isEqualTo(Plan.ACCESS);
    assertThat(promise.basis().role()).isEqualTo(Role.MEMBER);
    assertThat(promise.promise().targets()).isEmpty();
    assertThat(promise.entitlement().instead()).contains(Route.SELF_SERVICE);
    assertThat(rules(promise)).contains("unknown-account");
  }

  @Test
  @DisplayName("K2: the same ticket under the other edition has that edition's promise")
  void followsTheEdition() {
    TicketCreated ticket = ticket(Impact.SERVICE_DOWN, Workaround.NONE, null, Channel.WEB);
    TicketPrioritized old =
        notReading().promise(ticket, "cause", premier(Role.OWNER, true), OLD, null, NOW);
    assertThat(old.promise().edition()).isEqualTo("2020");
    assertThat(old.promise().target(Metric.RESTORATION)).isEmpty();
  }

  @Test
  @DisplayName("R1: an agent's priority changes the targets and nothing else of the basis")
  void repromises() {
    TicketPrioritized before =
        notReading()
            .promise(
                ticket(Impact.SERVICE_DOWN, Workaround.NONE, null, Channel.WEB),
                "first",
                premier(Role.OWNER, true),
                CURRENT,
                null,
                NOW);
    TicketPrioritized after =
        notReading().repromise(before, "second", Priority.P3, CURRENT, NOW.plusSeconds(60));
    assertThat(rules(after))
        .containsExactly(PromiseMaker.SET_BY_AGENT, "prioritised-response-times");
    assertThat(after.basis().priority()).isEqualTo(Priority.P3);
    assertThat(after.basis().role()).isEqualTo(before.basis().role());
    assertThat(after.entitlement()).isEqualTo(before.entitlement());
    assertThat(after.promise().target(Metric.RESTORATION)).isEmpty();
    assertThat(Prioritizer.eventId(after)).isNotEqualTo(Prioritizer.eventId(before));
    assertThat(Prioritizer.eventId(after)).isEqualTo(Prioritizer.eventId(after));
  }

  private static List<String> rules(TicketPrioritized promise) {
    return promise.reasons().stream().map(Reason::rule).toList();
  }
}
