package dev.hourglass.notifier.survey;

import dev.hourglass.contracts.Rules;

/** How satisfied the customer is; five levels (S60 leaves the scale to us). */
public enum Level {
  VERY_DISSATISFIED,
  DISSATISFIED,
  NEUTRAL,
  SATISFIED,
  VERY_SATISFIED;

  /** 1 to 5. */
  public int number() {
    return ordinal() + 1;
  }

  /** The level of that number, 1 to 5. */
  public static Level of(int number) {
    Rules.rule(isLevel(number), "'level' is 1 to 5");
    return values()[number - 1];
  }

  /** Whether there is a level of that number. */
  public static boolean isLevel(int number) {
    return number >= 1 && number <= values().length;
  }
}
