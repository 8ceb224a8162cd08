package dev.hourglass.policy.edition;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.policy.entitlement.AccessRule;
import dev.hourglass.policy.entitlement.Benefit;
import dev.hourglass.policy.entitlement.BenefitRule;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.priority.DecisionRule;
import dev.hourglass.policy.promise.PromiseRule;
import dev.hourglass.policy.promise.TargetRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Finds rows of the tables that nothing ever reaches, and people whom no row is for. */
final class RowsValidator {

  private final Edition edition;
  private final List<Problem> problems = new ArrayList<>();

  private RowsValidator(Edition edition) {
    this.edition = edition;
  }

  /** All problems, in the order of the document. */
  static Collection<Problem> problems(Edition edition) {
    RowsValidator validator = new RowsValidator(edition);
    validator.decisions();
    validator.access();
    validator.sameAccess();
    validator.benefits();
    validator.flags();
    validator.targets();
    validator.contractual();
    validator.phoneLines();
    return validator.problems;
  }

  private void decisions() {
    List<DecisionRule> rules = edition.decisions().rules();
    Set<String> decided = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      boolean reached = false;
      for (Impact impact : Impact.values()) {
        for (Workaround workaround : Workaround.values()) {
          reached |=
              rules.get(i).matches(impact, workaround) && decided.add(impact + "/" + workaround);
        }
      }
      check(
          reached,
          "/decisions/rules/" + i,
          "'" + rules.get(i).name() + "' never decides: earlier rules decide all that it is about");
    }
  }

  /** Whoever is turned away must have somewhere to turn. */
  private void access() {
    List<AccessRule> always =
        edition.entitlements().access().stream().filter(rule -> rule.flag() == null).toList();
    List<Standing> nowhere =
        Standing.all().stream()
            .filter(each -> always.stream().noneMatch(rule -> rule.condition().matches(each)))
            .toList();
    if (!nowhere.isEmpty()) {
      check(
          false,
          "/access",
          "gap: nothing is open to %s (and %d more cases)"
              .formatted(nowhere.get(0), nowhere.size() - 1));
    }
  }

  /** A rule is told in the reasons, so one that adds nothing for other people is no mistake. */
  private void sameAccess() {
    List<AccessRule> rules = edition.entitlements().access();
    for (int i = 0; i < rules.size(); i++) {
      AccessRule rule = rules.get(i);
      String pointer = "/access/" + i;
      rules.subList(0, i).stream()
          .filter(earlier -> opensAll(earlier, rule))
          .findFirst()
          .ifPresent(
              earlier ->
                  check(
                      false,
                      pointer,
                      "'%s' opens nothing that '%s' does not open to the same people"
                          .formatted(rule.name(), earlier.name())));
    }
  }

  private static boolean opensAll(AccessRule earlier, AccessRule rule) {
    return earlier.condition().equals(rule.condition())
        && Objects.equals(earlier.flag(), rule.flag())
        && Objects.equals(earlier.tier(), rule.tier())
        && earlier.routes().containsAll(rule.routes());
  }

  private void benefits() {
    List<BenefitRule> rules = edition.entitlements().benefits();
    Map<Benefit, Set<Standing>> given = new EnumMap<>(Benefit.class);
    for (int i = 0; i < rules.size(); i++) {
      BenefitRule rule = rules.get(i);
      Set<Standing> theirs = new HashSet<>(Standing.all());
      theirs.removeIf(standing -> !rule.condition().matches(standing));
      check(
          given.computeIfAbsent(rule.benefit(), none -> new HashSet<>()).addAll(theirs),
          "/benefits/" + i,
          "'" + rule.name() + "' gives nothing that earlier rules do not give");
    }
  }

  private void flags() {
    for (String flag : new TreeSet<>(edition.entitlements().flags().keySet())) {
      check(
          edition.entitlements().access().stream().anyMatch(rule -> flag.equals(rule.flag())),
          "/flags/" + flag,
          "no rule of 'access' asks for it");
    }
  }

  private void targets() {
    for (int i = 0; i < edition.promises().size(); i++) {
      PromiseRule rule = edition.promises().get(i);
      for (int j = 0; j < rule.targets().size(); j++) {
        target(rule.targets().get(j), "/promises/" + i + "/targets/" + j);
      }
    }
  }

  private void target(TargetRule target, String pointer) {
    check(
        target.without().size() < Priority.values().length,
        pointer + "/within",
        "promises nothing for any priority; leave the target out");
    for (Priority priority : new TreeSet<>(target.without())) {
      check(
          !target.calendars().containsKey(priority) || sameForAll(target),
          pointer + "/calendar/" + priority,
          "never counts: nothing is promised for " + priority);
    }
  }

  /** One calendar for all priorities is written as one text. */
  private static boolean sameForAll(TargetRule target) {
    return target.calendars().size() == Priority.values().length
        && new HashSet<>(target.calendars().values()).size() == 1;
  }

  private void contractual() {
    for (Metric metric : new TreeSet<>(edition.contractual())) {
      check(
          edition.promises().stream()
              .flatMap(rule -> rule.targets().stream())
              .anyMatch(target -> target.metric() == metric),
          "/contractual",
          "'" + metric + "' is contractual, but no target is about it");
    }
  }

  private void phoneLines() {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < edition.phoneLines().size(); i++) {
      PhoneLine line = edition.phoneLines().get(i);
      check(
          numbers.add(line.country() + " " + line.normalised() + " " + line.extension()),
          "/phoneLines/" + i,
          "'" + line.normalised() + "' stands twice for " + line.country());
    }
  }

  private void check(boolean holds, String pointer, String message) {
    if (!holds) {
      problems.add(new Problem(pointer, message));
    }
  }
}
