package dev.hourglass.prioritizer.rest;

import dev.hourglass.prioritizer.account.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to requests that cannot be met, as {@code application/problem+json}. */
final class Problems {

  private static final int UNPROCESSABLE = 422;

  private Problems() {}

  static HttpProblem notFound(String detail) {
    return of(404, "Not Found", detail, List.of());
  }

  static HttpProblem badRequest(String detail, List<Problem> problems) {
    return of(400, "Bad Request", detail, problems);
  }

  static HttpProblem unprocessable(String detail, List<Problem> problems) {
    return of(UNPROCESSABLE, "Unprocessable Content", detail, problems);
  }

  static HttpProblem conflict(String detail) {
    return of(409, "Conflict", detail, List.of());
  }

  private static HttpProblem of(int status, String title, String detail, List<Problem> problems) {
    HttpProblem.Builder builder =
        HttpProblem.builder().withTitle(title).withDetail(detail).withStatus(status);
    if (!problems.isEmpty()) {
      builder.with("errors", problems.stream().map(Problems::json).toList());
    }
    return builder.build();
  }

  static Map<String, Object> json(Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pointer", problem.pointer());
    json.put("message", problem.message());
    if (!problem.allowed().isEmpty()) {
      json.put("allowed", problem.allowed());
    }
    return json;
  }
}
