package dev.hourglass.policy.yaml;

import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates and instants as RFC 3339 has them; Java reads years that no database or event takes. */
final class FourDigitYears {

  private static final int FIRST = 1;
  private static final int LAST = 9999;

  private FourDigitYears() {}

  static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    rule(holds(date.getYear()), "the year has four digits");
    return date;
  }

  static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    rule(holds(instant.atOffset(ZoneOffset.UTC).getYear()), "the year has four digits");
    return instant;
  }

  private static boolean holds(int year) {
    return year >= FIRST && year <= LAST;
  }
}
