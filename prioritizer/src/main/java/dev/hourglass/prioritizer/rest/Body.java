package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourglass.prioritizer.account.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads bodies strictly: UTF-8 without a wrong byte, JSON without a second value or key. */
final class Body {

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

  private Body() {}

  static String text(byte[] bytes) {
    if (bytes == null || bytes.length == 0) {
      throw Problems.badRequest("The body is empty.", List.of());
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Problems.badRequest("The body is not UTF-8.", List.of());
    }
  }

  static Fields json(byte[] bytes) {
    String text = text(bytes);
    try {
      JsonNode document = MAPPER.readTree(text);
      if (document == null || !document.isObject()) {
        throw Problems.badRequest("The body is not a JSON object.", List.of());
      }
      return new Fields(document);
    } catch (JsonProcessingException e) {
      throw Problems.badRequest(
          "The body is not JSON.",
          List.of(
              Problem.of(
                  "",
                  "not JSON at line %d, column %d"
                      .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()))));
    }
  }
}
