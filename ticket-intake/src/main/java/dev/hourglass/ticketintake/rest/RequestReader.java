package dev.hourglass.ticketintake.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.hourglass.rest.Bodies;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies strictly and says what is wrong with them without quoting them. The bytes are read
 * here and not by the framework's reader, since they are hashed for R23, and since that reader
 * guesses encodings, turns numbers into strings and lets doubled fields through.
 */
@ApplicationScoped
public class RequestReader {

  private static final int MAX_DEPTH = 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(50)
                          .build())
                  .build())
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .withCoercionConfig(
              LogicalType.Textual,
              coercion ->
                  coercion
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Enum,
              coercion -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .build();

  private final Bodies bodies;

  RequestReader(Bodies bodies) {
    this.bodies = bodies;
  }

  /**
   * The bytes of a body.
   *
   * @throws HttpProblem 413, if there are too many
   */
  byte[] bytes(InputStream in) {
    return bodies.bytes(in);
  }

  /**
   * Reads the body of a request that needs one.
   *
   * @throws HttpProblem 400, if it cannot be read
   */
  <T> T read(byte[] body, Class<T> type) {
    if (body.length == 0) {
      throw Problems.malformed("The request has no body");
    }
    return parse(bodies.text(body), type);
  }

  /** Reads the body of a request that may go without: no body is an empty object. */
  <T> T readOptional(byte[] body, Class<T> type) {
    return parse(body.length == 0 ? "{}" : bodies.text(body), type);
  }

  private static <T> T parse(String text, Class<T> type) {
    try {
      T request = MAPPER.readValue(text, type);
      if (request == null) {
        throw Problems.malformed("The body must be a JSON object");
      }
      return request;
    } catch (UnrecognizedPropertyException e) {
      throw unknownField(e);
    } catch (MismatchedInputException e) {
      throw mismatch(e);
    } catch (JsonParseException e) {
      throw Problems.malformed("The body is not JSON" + at(e));
    } catch (JsonProcessingException e) {
      throw Problems.malformed("The body cannot be read" + at(e));
    }
  }

  private static HttpProblem unknownField(UnrecognizedPropertyException e) {
    List<String> known = e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
    return Problems.malformed(FieldError.at(pointer(e), "there is no such field", known));
  }

  private static HttpProblem mismatch(MismatchedInputException e) {
    if (e.getPath().isEmpty()) {
      return Problems.malformed("The body must be one JSON object" + at(e));
    }
    Class<?> target = e.getTargetType();
    if (target != null && target.isEnum()) {
      List<String> allowed = FieldError.names(target.getEnumConstants());
      return Problems.malformed(
          FieldError.at(pointer(e), "must be one of the allowed values", allowed));
    }
    return Problems.malformed(FieldError.at(pointer(e), must(target)));
  }

  private static String must(@Nullable Class<?> target) {
    if (target == Integer.class) {
      return "must be a whole number";
    }
    return target == String.class ? "must be a string" : "must be an object";
  }

  private static String at(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null
        ? ""
        : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String pointer(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      String name = Objects.requireNonNullElse(step.getFieldName(), "" + step.getIndex());
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
