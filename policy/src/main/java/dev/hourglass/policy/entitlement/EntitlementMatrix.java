package dev.hourglass.policy.entitlement;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.contracts.promise.Entitlement;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.ticket.Channel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who may use what (S16–S32).
 *
 * @param flags switches for what the documents leave open, for example {@code apiPhone} (K4)
 */
public record EntitlementMatrix(
    List<AccessRule> access, List<BenefitRule> benefits, Map<String, Boolean> flags) {

  /** The rule named in the reasons where no rule opens the channel. */
  public static final String NOT_INCLUDED = "channel-not-included";

  public EntitlementMatrix {
    access = listOf(access);
    benefits = listOf(benefits);
    flags = Map.copyOf(flags);
  }

  /** What this person is given on the channel that was used, and where to turn instead. */
  public Entitlement entitlement(Standing standing) {
    Route used = route(standing.channel());
    List<AccessRule> theirs = access.stream().filter(rule -> applies(rule, standing)).toList();
    List<AccessRule> opening =
        theirs.stream().filter(rule -> rule.routes().contains(used)).toList();
    Set<Benefit> given = EnumSet.noneOf(Benefit.class);
    List<Reason> reasons = new ArrayList<>(opening.stream().map(AccessRule::reason).toList());
    for (BenefitRule rule : benefits) {
      if (rule.condition().matches(standing) && given.add(rule.benefit())) {
        reasons.add(rule.reason());
      }
    }
    if (opening.isEmpty()) {
      reasons.add(0, notIncluded(standing));
    }
    return new Entitlement(
        !opening.isEmpty(),
        opening.stream()
            .map(AccessRule::tier)
            .filter(Objects::nonNull)
            .max(Integer::compare)
            .orElse(null),
        given.contains(Benefit.PRIORITISED_RESPONSE),
        given.contains(Benefit.AUTOMATIC_ESCALATION),
        given.contains(Benefit.TECHNICAL_ACCOUNT_MANAGER),
        opening.isEmpty() ? routes(theirs) : List.of(),
        reasons);
  }

  /** Whether this person is given a benefit. */
  public boolean gives(Benefit benefit, Standing standing) {
    return benefits.stream()
        .anyMatch(rule -> rule.benefit() == benefit && rule.condition().matches(standing));
  }

  /** A ticket that another system hands in is an online ticket. */
  static Route route(Channel channel) {
    return switch (channel) {
      case WEB, API -> Route.ONLINE_TICKET;
      case CHAT -> Route.CHAT;
      case PHONE -> Route.PHONE;
    };
  }

  private boolean applies(AccessRule rule, Standing standing) {
    return rule.condition().matches(standing)
        && (rule.flag() == null || flags.getOrDefault(rule.flag(), false));
  }

  private static List<Route> routes(List<AccessRule> rules) {
    return rules.stream().flatMap(rule -> rule.routes().stream()).distinct().sorted().toList();
  }

  private static Reason notIncluded(Standing standing) {
    return new Reason(
        NOT_INCLUDED,
        "Nothing opens %s to a %s of a %s account on plan %s for the queue %s."
            .formatted(
                standing.channel(),
                standing.role(),
                standing.accountType(),
                standing.plan(),
                standing.queue()));
  }
}
