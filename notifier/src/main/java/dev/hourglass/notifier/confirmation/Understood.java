package dev.hourglass.notifier.confirmation;

import dev.hourglass.contracts.promise.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The reasons of a priority that we can say in every language: the rules of the shipped editions.
 * Other rules are said in their own English words, in English mails only.
 */
public enum Understood {
  /** S35. */
  DOWN_WITHOUT_WORKAROUND,
  /** S35. */
  SEVERE_WITHOUT_WORKAROUND,
  /** K13. */
  DOWN_WITH_WORKAROUND,
  /** K13. */
  SEVERE_WITH_WORKAROUND,
  /** S36. */
  PARTLY_IMPAIRED,
  /** S36. */
  PARTLY_IMPAIRED_WITH_FULL_WORKAROUND,
  /** S37. */
  FEATURE_ISSUE,
  /** S38. */
  QUESTION,
  /** Said beside the rule that decided. */
  WORKAROUND_NOT_STATED,
  /** Of the triage: said instead of the rule that decided. */
  TEXT_NOTHING_RECOGNISED,
  /** Of the triage. */
  NOT_URGENT_ON_LOW_CONFIDENCE,
  /** A person decided. */
  SET_BY_AGENT;

  /** Those among the reasons that we can say in every language, in their order. */
  public static List<Understood> among(List<Reason> reasons) {
    List<Understood> all =
        reasons.stream().map(Understood::of).flatMap(Optional::stream).distinct().toList();
    return all.contains(TEXT_NOTHING_RECOGNISED) ? List.of(TEXT_NOTHING_RECOGNISED) : all;
  }

  private static Optional<Understood> of(Reason reason) {
    String name = reason.rule().replace('-', '_').toUpperCase(Locale.ROOT);
    for (Understood each : values()) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
