package dev.hourglass.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hourglass.contracts.text.Texts;
import java.util.List;

/**
 * What is wrong with one parameter of a query; never its value.
 *
 * @param parameter the name of the parameter
 * @param message what it must be
 * @param allowed what would be right, where that is a short list
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ParameterError(String parameter, String message, List<String> allowed) {

  private static final int LONGEST_NAME = 100;

  public ParameterError {
    // Names that clients sent may be long, and hold what no answer can carry.
    parameter = Texts.shown(parameter, LONGEST_NAME);
    allowed = List.copyOf(allowed);
  }
}
