package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourglass.prioritizer.account.Problem;
import dev.hourglass.rest.BodyLimit;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads bodies strictly: UTF-8 without a wrong byte, JSON without a second value or key. The bytes
 * are read here and not by the framework, so that a body that does not say its length is read no
 * further than the limit.
 */
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

  private final int longest;

  BodyReader(
      @ConfigProperty(name = "hourglass.rest.max-body", defaultValue = "64K") MemorySize longest) {
    this.longest = Math.toIntExact(longest.asLongValue());
  }

  private byte[] bytes(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(longest + 1);
      if (bytes.length > longest) {
        throw BodyLimit.problem(longest);
      }
      return bytes;
    } catch (IOException e) {
      throw Problems.badRequest("The body broke off.", List.of());
    }
  }

  String text(InputStream body) {
    byte[] bytes = bytes(body);
    if (bytes.length == 0) {
      throw Problems.badRequest("The body is empty.", List.of());
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Problems.badRequest("The body is not UTF-8.", List.of());
    }
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
