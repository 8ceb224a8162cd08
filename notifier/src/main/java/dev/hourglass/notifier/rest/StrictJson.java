package dev.hourglass.notifier.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads a body strictly: one JSON object, no field twice or unknown, no value of another type. What
 * is wrong is said by the place where it stands, never by its value.
 */
final class StrictJson {

  private static final int MALFORMED = 400;
  private static final int UNPROCESSABLE = 422;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          // Without it a text may be given as a number.
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(50).build());
  }

  private StrictJson() {}

  /**
   * Reads a body and makes something of it.
   *
   * @throws HttpProblem 400, if it is not JSON of this form; 422, if a rule does not hold
   */
  static <B, T> T read(String body, Class<B> form, Function<B, T> making) {
    try {
      B read = MAPPER.readValue(body, form);
      if (read == null) {
        throw problem(MALFORMED, "The body must be a JSON object");
      }
      return making.apply(read);
    } catch (IllegalArgumentException e) {
      throw problem(UNPROCESSABLE, e.getMessage());
    } catch (JsonMappingException e) {
      throw misfit(e);
    } catch (JsonProcessingException e) {
      throw problem(MALFORMED, "The body is not JSON");
    }
  }

  /**
   * Does something that rules may forbid.
   *
   * @throws HttpProblem 422, if one of them does not hold
   */
  static <T> T ruled(Supplier<T> doing) {
    try {
      return doing.get();
    } catch (IllegalArgumentException e) {
      throw problem(UNPROCESSABLE, e.getMessage());
    }
  }

  private static HttpProblem misfit(JsonMappingException e) {
    // A record that refuses its values throws the rule itself.
    if (e.getCause() instanceof IllegalArgumentException rule && rule.getMessage() != null) {
      return problem(UNPROCESSABLE, rule.getMessage());
    }
    String path = path(e);
    if (e instanceof UnrecognizedPropertyException) {
      return problem(MALFORMED, "There is no such field: '" + path + "'");
    }
    return path.isEmpty()
        ? problem(MALFORMED, "The body must be a JSON object")
        : problem(MALFORMED, "'" + path + "' does not fit its type");
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(each -> each.getFieldName() == null ? "" + each.getIndex() : each.getFieldName())
            .collect(Collectors.joining("."));
    return path.length() > 100 ? path.substring(0, 100) : path;
  }

  private static HttpProblem problem(int status, String detail) {
    return HttpProblem.builder()
        .withStatus(status)
        .withTitle(status == MALFORMED ? "Malformed request" : "Invalid content")
        .withDetail(detail)
        .build();
  }
}
