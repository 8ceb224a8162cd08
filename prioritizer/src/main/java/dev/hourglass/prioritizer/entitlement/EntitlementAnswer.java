package dev.hourglass.prioritizer.entitlement;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may use, and what they would be promised.
 *
 * @param accountKnown false if there is no such account; it is then treated as Basic (K1)
 * @param memberKnown whether the account lists them
 * @param edition the one that a ticket would be promised under
 */
public record EntitlementAnswer(
    boolean accountKnown,
    boolean memberKnown,
    AccountType accountType,
    Plan plan,
    @Nullable String country,
    String edition,
    List<ChannelAnswer> channels) {

  public EntitlementAnswer {
    channels = listOf(channels);
  }
}
