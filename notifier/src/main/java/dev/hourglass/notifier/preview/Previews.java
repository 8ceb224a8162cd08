package dev.hourglass.notifier.preview;

import static dev.hourglass.contracts.Rules.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All messages that can be looked at, by name. */
public record Previews(List<Preview> all) {

  /**
   * @throws IllegalArgumentException if two have the same name, or one has no sample
   */
  public Previews {
    all = all.stream().sorted(Comparator.comparing(Preview::message)).toList();
    rule(
        all.stream().map(Preview::message).distinct().count() == all.size(),
        "each message has one preview");
    rule(
        all.stream().noneMatch(each -> each.samples().isEmpty()),
        "each preview has at least one sample");
  }

  /** The preview of that message. */
  public Optional<Preview> find(String message) {
    return all.stream().filter(each -> each.message().equals(message)).findFirst();
  }
}
