package dev.hourglass.ticketintake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a body; never its value.
 *
 * @param pointer RFC 6901, into the body
 * @param allowed what would be right, where that is a short list
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldError(String pointer, String message, @Nullable List<String> allowed) {

  static FieldError at(String pointer, String message) {
    return new FieldError(pointer, message, List.of());
  }

  static FieldError at(String pointer, String message, List<String> allowed) {
    return new FieldError(pointer, message, allowed);
  }

  static List<String> names(Object[] values) {
    return Arrays.stream(values).map(Object::toString).toList();
  }
}
