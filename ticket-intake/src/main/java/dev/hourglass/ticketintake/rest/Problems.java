package dev.hourglass.ticketintake.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;

/** The refusals of this service, as problem details (RFC 9457). */
final class Problems {

  static final int UNPROCESSABLE = 422;

  private Problems() {}

  static HttpProblem malformed(String detail) {
    return of(400, "Malformed request", detail).build();
  }

  static HttpProblem malformed(FieldError error) {
    return of(400, "Malformed request", "A field is not what it must be")
        .with("errors", List.of(error))
        .build();
  }

  static HttpProblem invalid(List<FieldError> errors) {
    return of(UNPROCESSABLE, "Invalid content", "Some fields do not hold what they must")
        .with("errors", errors)
        .build();
  }

  static HttpProblem.Builder of(int status, String title, String detail) {
    return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail);
  }
}
