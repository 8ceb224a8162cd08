package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourglass.prioritizer.account.Problem;
import dev.hourglass.rest.Bodies;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;

/** Reads bodies strictly: UTF-8 without a wrong byte, JSON without a second value or key. */
@ApplicationScoped
public class BodyReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(50).build());
  }

  private final Bodies bodies;

  BodyReader(Bodies bodies) {
    this.bodies = bodies;
  }

  String text(InputStream body) {
    byte[] bytes = bodies.bytes(body);
    if (bytes.length == 0) {
      throw Problems.badRequest("The body is empty.", List.of());
    }
    return bodies.text(bytes);
  }

  Fields json(InputStream body) {
    String text = text(body);
    try {
      JsonNode document = MAPPER.readTree(text);
      if (document == null || !document.isObject()) {
        throw Problems.badRequest("The body is not a JSON object.", List.of());
      }
      return new Fields(document);
    } catch (JsonProcessingException e) {
      throw Problems.badRequest(
          "The body is not JSON.", List.of(Problem.of("", "not JSON" + where(e))));
    }
  }

  private static String where(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
