package dev.hourglass.prioritizer.ticket;

import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.promise.Promised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An open ticket is promised anew, on another basis or under another edition; pure. */
final class Repromise {

  private Repromise() {}

  /**
   * The priority and its reasons stay; entitlement and targets are made anew.
   *
   * @param older the edition of the promise before
   * @param why takes the place of the last reason of its rule
   */
  static TicketPrioritized anew(
      TicketPrioritized before,
      Edition older,
      Edition newer,
      Basis basis,
      Reason why,
      String cause,
      Instant now) {
    Promised promised = newer.promise(basis);
    String promisedBefore = older.promise(before.basis()).reason().rule();
    List<Reason> reasons = new ArrayList<>(before.reasons());
    reasons.removeIf(
        reason -> reason.rule().equals(promisedBefore) || reason.rule().equals(why.rule()));
    reasons.add(why);
    reasons.add(promised.reason());
    return new TicketPrioritized(
        before.ticketId(),
        now,
        cause,
        before.priority(),
        reasons,
        before.confidence(),
        before.review(),
        newer.entitlement(Standing.of(basis)),
        basis,
        promised.promise());
  }
}
