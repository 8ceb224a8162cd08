package dev.hourglass.policy.edition;

import static dev.hourglass.contracts.Rules.listOf;

import java.util.List;
import java.util.Optional;

/**
 * The words of an edition that decide nothing: what front ends and letters say to people.
 *
 * @param languages every name, definition and resource is there in each of them, as BCP 47 tags;
 *     empty in editions that do not say
 */
public record Wording(List<String> languages, List<RouteDescription> routes, List<Note> notes) {

  public Wording {
    languages = listOf(languages);
    routes = listOf(routes);
    notes = listOf(notes);
  }

  /** The note of that name. */
  public Optional<Note> note(String name) {
    return notes.stream().filter(note -> note.name().equals(name)).findFirst();
  }
}
