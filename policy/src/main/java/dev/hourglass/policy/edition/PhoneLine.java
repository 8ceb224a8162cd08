package dev.hourglass.policy.edition;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import org.jspecify.annotations.Nullable;

/**
 * A number to call (S55, S56).
 *
 * @param country ISO 3166 code
 * @param printed as the document prints it
 * @param normalised E.164, or the digits to dial where it works in its country only
 * @param source file and line of the document
 */
public record PhoneLine(
    String country,
    String printed,
    String normalised,
    @Nullable String extension,
    boolean inCountryOnly,
    @Nullable String source) {

  public PhoneLine {
    required(country, "country");
    required(printed, "printed");
    required(normalised, "normalised");
    rule(country.matches("[A-Z]{2}"), "'country' is an ISO 3166 code of two capital letters");
    rule(
        normalised.matches(inCountryOnly ? "[0-9]{4,15}" : "\\+[1-9][0-9]{6,14}"),
        "'normalised' is E.164, or digits only where 'inCountryOnly'");
    rule(extension == null || extension.matches("[0-9]{1,6}"), "'extension' is one to six digits");
  }
}
