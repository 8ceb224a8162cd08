package dev.hourglass.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Refuses a body in another charset: read as UTF-8, its text would become another. */
@Provider
public class Utf8Only implements ContainerRequestFilter {

  private static final int STATUS = 415;

  @Override
  public void filter(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    if (type == null || type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
      // Forms are escaped ASCII; what clients say of their charset is noise.
      return;
    }
    String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !isUtf8(charset)) {
      throw HttpProblem.builder()
          .withStatus(STATUS)
          .withTitle("Unsupported Media Type")
          .withDetail("A body must be in UTF-8")
          .with("allowed", List.of("utf-8"))
          .build();
    }
  }

  private static boolean isUtf8(String charset) {
    try {
      return Charset.forName(charset).equals(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // No charset that Java knows, and UTF-8 is one.
      return false;
    }
  }
}
