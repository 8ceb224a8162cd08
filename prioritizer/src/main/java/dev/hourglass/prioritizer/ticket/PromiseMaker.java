package dev.hourglass.prioritizer.ticket;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.priority.PriorityDecision;
import dev.hourglass.policy.promise.Promised;
import dev.hourglass.prioritizer.account.AccountVersion;
import dev.hourglass.triage.Decision;
import dev.hourglass.triage.Triage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the priority of a ticket and makes its promise; pure. */
public final class PromiseMaker {

  /** The rule of a priority that an agent set. */
  public static final String SET_BY_AGENT = "set-by-agent";

  /** The rule of a promise that follows from an upgrade. */
  public static final String PLAN_CHANGED = "plan-changed";

  private final Triage triage;

  public PromiseMaker(Triage triage) {
    this.triage = triage;
  }

  /** A priority, the reasons, and how sure we are where free text decided. */
  private record Verdict(
      Priority priority, List<Reason> reasons, @Nullable Double confidence, boolean review) {}

  /** The promise to a ticket whose content was heard. */
  public TicketPrioritized promise(
      TicketSaid said,
      String cause,
      Customer customer,
      Edition edition,
      @Nullable Priority setByAgent,
      Instant now) {
    TicketContent content = said.content();
    Verdict verdict = setByAgent == null ? verdict(content, edition) : byAgent(setByAgent);
    RoleDecision role = RoleDecision.of(customer, content.requester().role(), content.channel());
    Basis basis =
        new Basis(
            content.account(),
            customer.known(),
            customer.type(),
            customer.plan(),
            role.role(),
            customer.country(),
            customer.timeZone(),
            customer.language(),
            content.channel(),
            content.queue(),
            verdict.priority());
    List<Reason> reasons = new ArrayList<>(verdict.reasons());
    if (!customer.known()) {
      reasons.add(
          new Reason(
              "unknown-account",
              "No such account was known when the ticket was received; it is treated as Basic."));
    }
    role.reason().ifPresent(reasons::add);
    if (customer.pinned()) {
      reasons.add(new Reason("pinned-edition", "The account pins edition " + edition.id() + "."));
    }
    return prioritized(said, cause, edition, basis, verdict, reasons, now);
  }

  /** The new promise after an agent set the priority: everything else stays as it was. */
  public TicketPrioritized repromise(
      TicketPrioritized before, String cause, Priority priority, Edition edition, Instant now) {
    Basis old = before.basis();
    Basis basis = basis(old, old.accountType(), old.plan(), priority);
    Promised promised = edition.promise(basis);
    return new TicketPrioritized(
        before.ticketId(),
        now,
        cause,
        priority,
        List.of(byAgent(priority).reasons().get(0), promised.reason()),
        null,
        false,
        before.entitlement(),
        basis,
        promised.promise());
  }

  /** The new promise after the account was upgraded: everything else stays as it was. */
  public TicketPrioritized repromise(
      TicketPrioritized before,
      String cause,
      AccountVersion version,
      Edition edition,
      Instant now) {
    Basis basis = basis(before.basis(), version.type(), version.plan(), before.priority());
    Reason why =
        new Reason(
            PLAN_CHANGED,
            "The account became %s on plan %s while the ticket was open."
                .formatted(version.type(), version.plan()));
    return Repromise.anew(before, edition, edition, basis, why, cause, now);
  }

  private static Basis basis(Basis old, AccountType type, Plan plan, Priority priority) {
    return new Basis(
        old.account(),
        old.accountKnown(),
        type,
        plan,
        old.role(),
        old.region(),
        old.timeZone(),
        old.language(),
        old.channel(),
        old.queue(),
        priority);
  }

  private static TicketPrioritized prioritized(
      TicketSaid said,
      String cause,
      Edition edition,
      Basis basis,
      Verdict verdict,
      List<Reason> reasons,
      Instant now) {
    Promised promised = edition.promise(basis);
    reasons.add(promised.reason());
    return new TicketPrioritized(
        said.ticketId(),
        now,
        cause,
        verdict.priority(),
        reasons,
        verdict.confidence(),
        verdict.review(),
        edition.entitlement(Standing.of(basis)),
        basis,
        promised.promise());
  }

  private Verdict verdict(TicketContent content, Edition edition) {
    if (content.impact() != null && !contradicts(content)) {
      return byTable(content, edition);
    }
    Decision decision = triage.decide(content.subject(), content.description(), content.locale());
    return content.impact() != null && decision.review()
        ? byTable(content, edition)
        : byText(decision, content);
  }

  /** What is down is not fully worked round: then the text has a say, if it is clear. */
  private static boolean contradicts(TicketContent content) {
    return content.workaround() == Workaround.FULL
        && (content.impact() == Impact.SERVICE_DOWN
            || content.impact() == Impact.SEVERELY_IMPAIRED);
  }

  private static Verdict byTable(TicketContent content, Edition edition) {
    PriorityDecision decision = edition.decide(content.impact(), content.workaround());
    return new Verdict(decision.priority(), decision.reasons(), null, false);
  }

  private static Verdict byText(Decision decision, TicketContent content) {
    List<Reason> reasons = new ArrayList<>(decision.reasons());
    Priority priority = decision.priority();
    boolean workedRound =
        content.workaround() == Workaround.PARTIAL || content.workaround() == Workaround.FULL;
    if (priority == Priority.P1 && workedRound) {
      priority = Priority.P2;
      reasons.add(
          new Reason("stated-workaround", "A workaround is stated: that is not urgent (K13)."));
    }
    return new Verdict(priority, reasons, decision.confidence(), decision.review());
  }

  private static Verdict byAgent(Priority priority) {
    return new Verdict(
        priority,
        List.of(new Reason(SET_BY_AGENT, "An agent set the priority to " + priority + ".")),
        null,
        false);
  }
}
