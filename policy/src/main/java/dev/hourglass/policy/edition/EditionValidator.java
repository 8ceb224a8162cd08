package dev.hourglass.policy.edition;

import static dev.hourglass.policy.promise.Regions.REGIONAL;

import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.policy.entitlement.AccessRule;
import dev.hourglass.policy.entitlement.Standing;
import dev.hourglass.policy.priority.DecisionRule;
import dev.hourglass.policy.promise.PromiseRule;
import dev.hourglass.policy.promise.TargetRule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds everything that is wrong with an edition, in one go. */
public final class EditionValidator {

  /** What the id of an edition looks like. */
  public static final String ID = "[a-z0-9][a-z0-9._-]{0,39}";

  /** What stands in a path where an id stands elsewhere. */
  private static final Set<String> RESERVED = Set.of("schema");

  private static final int MAX_TITLE = 200;

  /** Every reader of the edition keeps them all, and they travel in one event. */
  private static final int MAX_SPECIAL_DAYS = 5_000;

  private final Edition edition;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Duration> workingTime = new HashMap<>();

  private EditionValidator(Edition edition) {
    this.edition = edition;
  }

  /** All problems; empty if the edition may be published. */
  public static List<Problem> problems(Edition edition) {
    EditionValidator validator = new EditionValidator(edition);
    validator.head();
    validator.priorities();
    validator.decisions();
    validator.entitlements();
    validator.calendars();
    validator.promises();
    validator.problems.addAll(RowsValidator.problems(edition));
    validator.problems.addAll(WordingValidator.problems(edition));
    validator.problems.addAll(EscalationValidator.problems(edition, validator.workingTime));
    return List.copyOf(validator.problems);
  }

  private void head() {
    check(
        edition.id().matches(ID),
        "/edition",
        "is 1 to 40 of a-z, 0-9, '.', '_' and '-', and starts with a letter or digit");
    check(
        edition.title().length() <= MAX_TITLE,
        "/title",
        "has at most " + MAX_TITLE + " characters");
    check(!RESERVED.contains(edition.id()), "/edition", "'" + edition.id() + "' is reserved");
    check(
        !edition.pinOnly() || edition.scope() == Scope.NEW_TICKETS,
        "/scope",
        "an edition that is only pinned is for new tickets");
  }

  private void priorities() {
    for (Priority priority : Priority.values()) {
      long count =
          edition.priorities().stream().filter(each -> each.priority() == priority).count();
      check(count != 0, "/priorities", priority + " is not defined");
      check(count <= 1, "/priorities", priority + " is defined " + count + " times");
    }
    for (int i = 0; i < edition.priorities().size(); i++) {
      check(
          edition.priorities().get(i).names().containsKey("en"),
          "/priorities/" + i + "/names",
          "needs a name in English (en)");
    }
  }

  private void decisions() {
    List<DecisionRule> rules = edition.decisions().rules();
    unique(rules.stream().map(DecisionRule::name).toList(), "/decisions/rules", "rule");
    for (Impact impact : Impact.values()) {
      for (Workaround workaround : Workaround.values()) {
        List<String> matching =
            rules.stream()
                .filter(rule -> rule.matches(impact, workaround))
                .map(DecisionRule::name)
                .toList();
        String where = impact + " with workaround " + workaround;
        check(!matching.isEmpty(), "/decisions/rules", "gap: no rule decides " + where);
        check(
            matching.size() <= 1,
            "/decisions/rules",
            "overlap: " + where + " is decided by " + String.join(", ", matching));
      }
    }
  }

  private void entitlements() {
    List<AccessRule> access = edition.entitlements().access();
    unique(access.stream().map(AccessRule::name).toList(), "/access", "rule");
    unique(
        edition.entitlements().benefits().stream().map(rule -> rule.name()).toList(),
        "/benefits",
        "rule");
    for (int i = 0; i < access.size(); i++) {
      String flag = access.get(i).flag();
      check(
          flag == null || edition.entitlements().flags().containsKey(flag),
          "/access/" + i + "/flag",
          "unknown flag '" + flag + "'");
    }
  }

  private void calendars() {
    unique(
        edition.calendars().stream().map(CalendarDefinition::name).toList(),
        "/calendars",
        "calendar");
    for (int i = 0; i < edition.calendars().size(); i++) {
      CalendarDefinition calendar = edition.calendars().get(i);
      check(
          !calendar.name().equals(REGIONAL),
          "/calendars/" + i + "/name",
          "'" + REGIONAL + "' is reserved: it stands for the calendar of the customer's region");
      check(
          !WeekHours.overlap(calendar.hours()),
          "/calendars/" + i + "/hours",
          "working hours overlap");
      workingTime(calendar, "/calendars/" + i);
    }
    int specialDays =
        edition.calendars().stream().mapToInt(calendar -> calendar.specialDays().size()).sum();
    check(
        specialDays <= MAX_SPECIAL_DAYS,
        "/calendars",
        "more than " + MAX_SPECIAL_DAYS + " special days, holidays of all their years included");
    known(edition.regions().fallback(), "/regions/default");
    edition
        .regions()
        .calendars()
        .forEach((country, calendar) -> known(calendar, "/regions/" + country));
  }

  private void workingTime(CalendarDefinition calendar, String pointer) {
    unique(
        calendar.specialDays().stream().map(day -> day.date().toString()).toList(),
        pointer + "/specialDays",
        "date");
    if (!calendar.alwaysOn()) {
      LocalDate start = LocalDate.ofInstant(edition.effectiveFrom(), calendar.zone());
      Duration time = WorkingTime.from(start, calendar);
      check(
          !time.isZero(),
          pointer,
          "no working time in the " + WorkingTime.YEARS + " years from " + start);
      workingTime.put(calendar.name(), time);
    }
  }

  private void promises() {
    List<PromiseRule> rules = edition.promises();
    unique(rules.stream().map(PromiseRule::name).toList(), "/promises", "rule");
    for (int i = 0; i < rules.size(); i++) {
      targets(rules.get(i).targets(), "/promises/" + i + "/targets");
    }
    coverage(rules);
  }

  /** The first rule that is for somebody decides, so each must be first for somebody. */
  private void coverage(List<PromiseRule> rules) {
    Set<Integer> reached = new HashSet<>();
    List<Standing> nobody = new ArrayList<>();
    for (Standing standing : Standing.all()) {
      IntStream.range(0, rules.size())
          .filter(i -> rules.get(i).condition().matches(standing))
          .findFirst()
          .ifPresentOrElse(reached::add, () -> nobody.add(standing));
    }
    check(
        nobody.isEmpty(),
        "/promises",
        nobody.isEmpty()
            ? ""
            : "gap: no rule is for %s (and %d more cases); end with a rule for everybody, if need be without targets"
                .formatted(nobody.get(0), nobody.size() - 1));
    for (int i = 0; i < rules.size(); i++) {
      check(
          reached.contains(i),
          "/promises/" + i,
          "'" + rules.get(i).name() + "' never applies: earlier rules are for everybody it is for");
    }
  }

  private void targets(List<TargetRule> targets, String pointer) {
    unique(targets.stream().map(target -> target.metric().name()).toList(), pointer, "metric");
    for (int i = 0; i < targets.size(); i++) {
      TargetRule target = targets.get(i);
      unique(
          target.warnAt().stream().map(point -> String.valueOf(point.level())).toList(),
          pointer + "/" + i + "/warnAt",
          "level");
      for (Priority priority : Priority.values()) {
        target(target, priority, pointer + "/" + i);
      }
    }
  }

  private void target(TargetRule target, Priority priority, String pointer) {
    boolean promised = target.within().containsKey(priority);
    check(
        promised || target.without().contains(priority),
        pointer + "/within",
        "missing target for " + priority + "; write 'none' where nothing is promised");
    if (!promised) {
      return;
    }
    String calendar = target.calendars().get(priority);
    if (calendar == null) {
      check(false, pointer + "/calendar", "missing calendar for " + priority);
    } else if (calendar.equals(REGIONAL)) {
      edition.regions().all().forEach(each -> countable(each, target, priority, pointer));
    } else {
      known(calendar, pointer + "/calendar");
      countable(calendar, target, priority, pointer);
    }
    check(
        target.warnAt().stream()
            .allMatch(
                point ->
                    point.timeBefore() == null
                        || point.timeBefore().compareTo(target.within().get(priority)) < 0),
        pointer + "/warnAt",
        "a warning lies before the start of the clock of " + priority);
  }

  /** A promise that the clocks cannot count out would be silence instead of an alarm. */
  private void countable(String calendar, TargetRule target, Priority priority, String pointer) {
    Duration within = target.within().get(priority);
    Duration time = workingTime.getOrDefault(calendar, within);
    check(
        time.isZero() || within.compareTo(time) <= 0,
        pointer + "/calendar",
        "calendar '%s' has less working time in %d years than the %s of %s"
            .formatted(calendar, WorkingTime.YEARS, within, priority));
  }

  private void known(String calendar, String pointer) {
    check(
        edition.calendars().stream().anyMatch(each -> each.name().equals(calendar)),
        pointer,
        "unknown calendar '" + calendar + "'");
  }

  private void unique(List<String> names, String pointer, String what) {
    names.stream()
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
        .forEach(
            (name, count) ->
                check(count == 1, pointer, what + " '" + name + "' stands " + count + " times"));
  }

  private void check(boolean holds, String pointer, String message) {
    Problem problem = new Problem(pointer, message);
    if (!holds && !problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
