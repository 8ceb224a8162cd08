package dev.hourglass.contracts.promise;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the account's plan gives this requester on this channel and queue (S16–S31).
 *
 * @param allowed whether the channel is theirs to use; a ticket is logged either way
 * @param tier 1 frontline, 2 direct; missing where nobody is entitled to answer
 * @param instead where to go, if not allowed
 */
public record Entitlement(
    boolean allowed,
    @Nullable Integer tier,
    boolean prioritisedResponse,
    boolean automaticEscalation,
    boolean technicalAccountManager,
    List<Route> instead,
    List<Reason> reasons) {

  public Entitlement {
    rule(tier == null || tier == 1 || tier == 2, "'tier' is 1 or 2");
    instead = listOf(instead);
    reasons = listOf(reasons);
  }
}
