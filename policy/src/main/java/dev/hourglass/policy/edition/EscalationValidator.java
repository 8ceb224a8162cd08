package dev.hourglass.policy.edition;

import static dev.hourglass.policy.promise.Regions.REGIONAL;

import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.policy.entitlement.Benefit;
import dev.hourglass.policy.promise.EscalationRule;
import dev.hourglass.policy.promise.TargetRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds everything that is wrong with the levels of an edition. */
final class EscalationValidator {

  private static final String SECTION = "/escalation";

  private final Edition edition;
  private final List<EscalationRule> rules;
  private final Map<String, Duration> workingTime;
  private final Set<Problem> problems = new LinkedHashSet<>();

  private EscalationValidator(Edition edition, Map<String, Duration> workingTime) {
    this.edition = edition;
    this.rules = edition.escalation();
    this.workingTime = workingTime;
  }

  /**
   * All problems.
   *
   * @param workingTime what each calendar has that is not always on
   */
  static Collection<Problem> problems(Edition edition, Map<String, Duration> workingTime) {
    EscalationValidator validator = new EscalationValidator(edition, workingTime);
    if (!validator.rules.isEmpty()) {
      validator.forSomebody();
      validator.numbers();
      validator.targets();
    }
    return validator.problems;
  }

  private void forSomebody() {
    check(
        edition.entitlements().benefits().stream()
            .anyMatch(rule -> rule.benefit() == Benefit.AUTOMATIC_ESCALATION),
        SECTION,
        "nobody is given AUTOMATIC_ESCALATION in 'benefits', so no level is ever reached");
    for (int i = 0; i < rules.size(); i++) {
      for (Metric metric : Metric.values()) {
        check(
            !rules.get(i).metrics().contains(metric) || !targetsOf(metric).isEmpty(),
            SECTION + "/" + i + "/metrics",
            "'" + metric + "' escalates, but no target is about it");
      }
    }
  }

  private void numbers() {
    for (Metric metric : Metric.values()) {
      int before = 0;
      for (int i : levelsOf(metric)) {
        int level = rules.get(i).level().level();
        check(
            level != before,
            SECTION + "/" + i + "/level",
            "level '%d' of %s stands twice".formatted(level, metric));
        check(
            level >= before,
            SECTION + "/" + i + "/level",
            "level '%d' of %s stands after level '%d'".formatted(level, metric, before));
        before = Math.max(before, level);
      }
    }
  }

  private void targets() {
    for (Metric metric : Metric.values()) {
      for (TargetRule target : targetsOf(metric)) {
        for (Priority priority : Priority.values()) {
          if (target.within().containsKey(priority)) {
            inOrder(target, priority);
          }
        }
      }
    }
  }

  private void inOrder(TargetRule target, Priority priority) {
    Duration within = target.within().get(priority);
    String clock = target.metric() + " of " + priority;
    EscalationLevel before = null;
    for (int i : levelsOf(target.metric())) {
      EscalationLevel level = rules.get(i).level();
      String pointer = SECTION + "/" + i;
      check(
          level.timeBefore() == null || level.timeBefore().compareTo(within) < 0,
          pointer + "/timeBefore",
          "level '%d' lies before the start of the clock of %s".formatted(level.level(), clock));
      check(
          before == null || level.reachedAfter(within).compareTo(before.reachedAfter(within)) > 0,
          pointer,
          "level '%d' does not come after level '%d' for %s"
              .formatted(level.level(), before == null ? 0 : before.level(), clock));
      countable(level, target, priority, pointer);
      before = level;
    }
  }

  /** What the clocks cannot count out would be silence instead of a call. */
  private void countable(
      EscalationLevel level, TargetRule target, Priority priority, String pointer) {
    Duration last = level.reachedAfter(target.within().get(priority));
    if (level.every() != null) {
      last = last.plus(level.every().multipliedBy(level.repetitions()));
    }
    for (String calendar : calendars(target, priority)) {
      Duration time = workingTime.getOrDefault(calendar, last);
      check(
          time.isZero() || last.compareTo(time) <= 0,
          pointer,
          "calendar '%s' has less working time in %d years than level '%d' takes for %s of %s"
              .formatted(calendar, WorkingTime.YEARS, level.level(), target.metric(), priority));
    }
  }

  private Collection<String> calendars(TargetRule target, Priority priority) {
    String calendar = target.calendars().get(priority);
    if (calendar == null) {
      return List.of();
    }
    return calendar.equals(REGIONAL) ? edition.regions().all() : List.of(calendar);
  }

  /** Where the levels of a metric stand, in the order of the document. */
  private List<Integer> levelsOf(Metric metric) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).metrics().contains(metric)) {
        places.add(i);
      }
    }
    return places;
  }

  private List<TargetRule> targetsOf(Metric metric) {
    return edition.promises().stream()
        .flatMap(rule -> rule.targets().stream())
        .filter(target -> target.metric() == metric)
        .toList();
  }

  private void check(boolean holds, String pointer, String message) {
    if (!holds) {
      problems.add(new Problem(pointer, message));
    }
  }
}
