package dev.hourglass.ticketintake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a body or one parameter of a query; never its value.
 *
 * @param pointer RFC 6901, into the body
 * @param parameter the name of a query parameter
 * @param allowed what would be right, where that is a short list
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldError(
    @Nullable String pointer,
    @Nullable String parameter,
    String message,
    @Nullable List<String> allowed) {

  static FieldError at(String pointer, String message) {
    return new FieldError(pointer, null, message, List.of());
  }

  static FieldError at(String pointer, String message, List<String> allowed) {
    return new FieldError(pointer, null, message, allowed);
  }

  static FieldError ofParameter(String parameter, String message, List<String> allowed) {
    return new FieldError(null, parameter, message, allowed);
  }

  static List<String> names(Object[] values) {
    return Arrays.stream(values).map(Object::toString).toList();
  }
}
