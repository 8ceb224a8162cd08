package dev.hourglass.policy.yaml;

import dev.hourglass.contracts.promise.Route;
import dev.hourglass.policy.edition.Note;
import dev.hourglass.policy.edition.RouteDescription;
import dev.hourglass.policy.edition.Wording;
import java.util.List;
import java.util.Map;

/** Languages, routes and notes of the document. */
final class WordingSection {

  private WordingSection() {}

  static Wording wording(YamlNode root) {
    return new Wording(root.words("languages"), routes(root), notes(root));
  }

  private static List<RouteDescription> routes(YamlNode root) {
    return root.list(
        "routes",
        node -> {
          Route route = node.oneOf("route", Route.class);
          Map<String, String> names = node.texts("names");
          String hours = node.text("hours");
          Map<String, String> links = node.texts("links");
          String source = node.optionalText("source");
          return node.build(() -> new RouteDescription(route, names, hours, links, source));
        });
  }

  private static List<Note> notes(YamlNode root) {
    return root.list(
        "notes",
        node -> {
          String name = node.text("note");
          Map<String, String> text = node.texts("text");
          String source = node.text("source");
          return node.build(() -> new Note(name, text, source));
        });
  }
}
