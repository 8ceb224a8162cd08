package dev.hourglass.policy.edition;

import dev.hourglass.contracts.promise.Route;
import dev.hourglass.policy.entitlement.AccessRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds what is missing in the words of an edition: translations above all. */
final class WordingValidator {

  private static final String ENGLISH = "en";

  private final Edition edition;
  private final Set<String> languages;
  private final List<Problem> problems = new ArrayList<>();

  private WordingValidator(Edition edition) {
    this.edition = edition;
    this.languages = new TreeSet<>(edition.wording().languages());
  }

  /** All problems, in the order of the document. */
  static Collection<Problem> problems(Edition edition) {
    WordingValidator validator = new WordingValidator(edition);
    validator.languages();
    validator.priorities();
    validator.routes();
    validator.notes();
    return validator.problems;
  }

  private void languages() {
    List<String> tags = edition.wording().languages();
    for (int i = 0; i < tags.size(); i++) {
      check(
          tags.get(i).matches("[a-z]{2,3}(-[A-Z]{2})?"),
          "/languages/" + i,
          "'" + tags.get(i) + "' is no language such as de or pt-BR");
      check(
          tags.indexOf(tags.get(i)) == i, "/languages/" + i, "'" + tags.get(i) + "' stands twice");
    }
    check(tags.isEmpty() || tags.contains(ENGLISH), "/languages", "English (en) is one of them");
  }

  private void priorities() {
    each(PriorityDefinition::names, "names");
    each(PriorityDefinition::definitions, "definition");
    each(PriorityDefinition::resources, "resources");
  }

  /** An edition that declares no languages is at least to say of one priority what of another. */
  private void each(Function<PriorityDefinition, Map<String, String>> texts, String field) {
    Set<String> used = new TreeSet<>();
    edition.priorities().forEach(priority -> used.addAll(texts.apply(priority).keySet()));
    if (used.isEmpty()) {
      return;
    }
    for (int i = 0; i < edition.priorities().size(); i++) {
      translated(
          texts.apply(edition.priorities().get(i)),
          languages.isEmpty() ? used : languages,
          "/priorities/" + i + "/" + field);
    }
  }

  private void routes() {
    List<RouteDescription> routes = edition.wording().routes();
    Set<Route> described = new HashSet<>();
    Set<Route> open = new HashSet<>();
    edition.entitlements().access().stream().map(AccessRule::routes).forEach(open::addAll);
    for (int i = 0; i < routes.size(); i++) {
      RouteDescription each = routes.get(i);
      String pointer = "/routes/" + i;
      check(described.add(each.route()), pointer, "'" + each.route() + "' stands twice");
      check(open.contains(each.route()), pointer, "no rule of 'access' opens " + each.route());
      translated(each.names(), languages, pointer + "/names");
      declared(each.links(), pointer + "/links");
      check(
          edition.calendars().stream().anyMatch(one -> one.name().equals(each.hours())),
          pointer + "/hours",
          "unknown calendar '" + each.hours() + "'");
    }
    if (!routes.isEmpty()) {
      new TreeSet<>(open)
          .forEach(
              route ->
                  check(
                      described.contains(route),
                      "/routes",
                      route + " is opened by 'access', but not described"));
    }
  }

  private void notes() {
    List<Note> notes = edition.wording().notes();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < notes.size(); i++) {
      Note note = notes.get(i);
      check(names.add(note.name()), "/notes/" + i, "'" + note.name() + "' stands twice");
      check(
          note.texts().containsKey(ENGLISH),
          "/notes/" + i + "/text",
          "missing translation into en");
      declared(note.texts(), "/notes/" + i + "/text");
    }
  }

  private void translated(Map<String, String> texts, Set<String> wanted, String pointer) {
    for (String language : wanted) {
      check(texts.containsKey(language), pointer, "missing translation into " + language);
    }
    declared(texts, pointer);
  }

  private void declared(Map<String, String> texts, String pointer) {
    for (String language : new TreeSet<>(texts.keySet())) {
      check(
          languages.isEmpty() || languages.contains(language),
          pointer + "/" + language,
          "'" + language + "' is not among the 'languages'");
    }
  }

  private void check(boolean holds, String pointer, String message) {
    if (!holds) {
      problems.add(new Problem(pointer, message));
    }
  }
}
