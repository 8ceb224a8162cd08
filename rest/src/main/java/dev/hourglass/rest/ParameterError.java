package dev.hourglass.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
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
  private static final int REPLACEMENT = 0xFFFD;

  public ParameterError {
    parameter = shown(parameter);
    allowed = List.copyOf(allowed);
  }

  /** Names that clients sent may be long, and hold what no answer can carry. */
  private static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(LONGEST_NAME)
        .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
