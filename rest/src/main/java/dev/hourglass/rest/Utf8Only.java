package dev.hourglass.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Refuses a body in another charset: read as UTF-8, its text would become another. */
@Provider
public class Utf8Only implements ContainerRequestFilter {

  private static final int STATUS = 415;

  @Override
  public void filter(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
      throw HttpProblem.builder()
          .withStatus(STATUS)
          .withTitle("Unsupported Media Type")
          .withDetail("A body must be in UTF-8")
          .with("allowed", List.of("utf-8"))
          .build();
    }
  }
}
