package dev.hourglass.notifier.rest;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a form. The framework's reader answers a broken escape with a 500. */
record Form(Map<String, List<String>> fields) {

  private static final String REPLACEMENT = "\uFFFD";
  private static final String REPLACEMENT_ESCAPED = "%EF%BF%BD";

  /**
   * Reads the body of a POST.
   *
   * @throws HttpProblem 400, if it is not a form in UTF-8
   */
  static Form of(String body) {
    try {
      Form form =
          new Form(new QueryStringDecoder(body, StandardCharsets.UTF_8, false).parameters());
      if (form.isText(body)) {
        return form;
      }
    } catch (IllegalArgumentException e) {
      // An escape that is none; said below.
    }
    throw HttpProblem.builder()
        .withStatus(400)
        .withTitle("Malformed request")
        .withDetail("The body must be an escaped form in UTF-8")
        .build();
  }

  /** The field's first value, if it was sent. */
  @Nullable String field(String name) {
    List<String> values = fields.get(name);
    return values == null ? null : values.get(0);
  }

  /** The decoder puts a replacement character where bytes are no UTF-8; a person may write one. */
  private boolean isText(String body) {
    return body.toUpperCase(java.util.Locale.ROOT).contains(REPLACEMENT_ESCAPED)
        || fields.values().stream()
            .flatMap(List::stream)
            .noneMatch(value -> value.contains(REPLACEMENT));
  }
}
