package dev.hourglass.rest;

import dev.hourglass.inbox.Outages;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** 503 while the database cannot be reached; 500 for whatever nobody has thought of. */
@Provider
public class FailureMapper extends ExceptionMapperBase<RuntimeException> {

  private static final String RETRY_AFTER_SECONDS = "5";

  @Override
  protected HttpProblem toProblem(RuntimeException failure) {
    return Outages.isOutage(failure)
        ? problem(503, "Storage unavailable", "Nothing was stored; ask again later")
            .withHeader("Retry-After", RETRY_AFTER_SECONDS)
            .build()
        : problem(500, "Internal error", "Nothing was stored").build();
  }

  private static HttpProblem.Builder problem(int status, String title, String detail) {
    return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail);
  }
}
