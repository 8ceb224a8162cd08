package dev.hourglass.notifier.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourglass.contracts.Rules;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Iterator;

/**
 * What somebody says who takes care of an alert.
 *
 * @param by a role or post, as the team calls it; it becomes part of a fact that is kept for ever
 */
record AcknowledgementRequest(String by) {

  private static final int MALFORMED = 400;
  private static final int UNPROCESSABLE = 422;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a body.
   *
   * @throws HttpProblem 400, if it is not JSON of this form; 422, if it names nobody
   */
  static AcknowledgementRequest read(String body) {
    JsonNode document = parse(body);
    if (document == null || !document.isObject()) {
      throw problem(MALFORMED, "The body must be a JSON object");
    }
    for (Iterator<String> names = document.fieldNames(); names.hasNext(); ) {
      if (!names.next().equals("by")) {
        throw problem(MALFORMED, "The body has one field, 'by'");
      }
    }
    JsonNode by = document.path("by");
    if (!by.isMissingNode() && !by.isNull() && !by.isTextual()) {
      throw problem(MALFORMED, "'by' must be a string");
    }
    try {
      return new AcknowledgementRequest(Rules.code(by.textValue(), "by"));
    } catch (IllegalArgumentException e) {
      throw problem(UNPROCESSABLE, e.getMessage());
    }
  }

  private static JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw problem(MALFORMED, "The body is not JSON");
    }
  }

  private static HttpProblem problem(int status, String detail) {
    return HttpProblem.builder()
        .withStatus(status)
        .withTitle(status == MALFORMED ? "Malformed request" : "Invalid content")
        .withDetail(detail)
        .build();
  }
}
