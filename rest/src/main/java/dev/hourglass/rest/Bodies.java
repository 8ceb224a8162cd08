package dev.hourglass.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads bodies as bytes and as text: no further than the limit, so that one that does not say its
 * length cannot fill the memory, and without guessing an encoding.
 */
@ApplicationScoped
public class Bodies {

  private final BodyLimit limit;

  @Inject
  public Bodies(BodyLimit limit) {
    this.limit = limit;
  }

  /**
   * All bytes of a body.
   *
   * @throws HttpProblem 413, if there are too many; 400, if it broke off
   */
  public byte[] bytes(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(limit.longest() + 1);
      if (bytes.length > limit.longest()) {
        throw limit.problem();
      }
      return bytes;
    } catch (IOException e) {
      throw malformed("The body broke off");
    }
  }

  /**
   * The text of a body, without a byte order mark.
   *
   * @throws HttpProblem 400, if a byte of it is not UTF-8
   */
  public String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw malformed("The body is not UTF-8");
    }
  }

  private static HttpProblem malformed(String detail) {
    return HttpProblem.builder()
        .withStatus(400)
        .withTitle("Malformed request")
        .withDetail(detail)
        .build();
  }
}
