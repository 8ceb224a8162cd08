package dev.hourglass.prioritizer.triage;

import static dev.hourglass.contracts.Rules.listOf;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Workaround;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phrases that speak for an impact or for a workaround.
 *
 * @param phrases words in order; a word that ends with {@code *} stands for all that begin with it
 */
public record TriageRule(
    String name,
    @Nullable Impact impact,
    @Nullable Workaround workaround,
    int weight,
    String because,
    List<String> phrases) {

  public TriageRule {
    required(name, "rule");
    required(because, "because");
    rule((impact == null) != (workaround == null), "a rule is about an impact or a workaround");
    rule(weight >= 1 && weight <= 10, "'weight' is 1 to 10");
    phrases = listOf(phrases);
    rule(!phrases.isEmpty(), "a rule has phrases");
  }
}
