package dev.hourglass.prioritizer.rest;

import dev.hourglass.contracts.text.Texts;
import dev.hourglass.prioritizer.account.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to requests that cannot be met, as {@code application/problem+json}. */
final class Problems {

  private static final int UNPROCESSABLE = 422;
  private static final int LONGEST_SHOWN = 500;

  private Problems() {}

  static HttpProblem notFound(String detail) {
    return of(404, "Not Found", detail, List.of());
  }

  static HttpProblem badRequest(String detail, List<Problem> problems) {
    return of(400, "Bad Request", detail, errors(problems));
  }

  static HttpProblem unprocessable(String detail, List<Problem> problems) {
    return of(UNPROCESSABLE, "Unprocessable Content", detail, errors(problems));
  }

  static HttpProblem conflict(String detail) {
    return of(409, "Conflict", detail, List.of());
  }

  private static HttpProblem of(
      int status, String title, String detail, List<Map<String, Object>> errors) {
    HttpProblem.Builder builder =
        HttpProblem.builder().withTitle(title).withDetail(detail).withStatus(status);
    if (!errors.isEmpty()) {
      builder.with("errors", errors);
    }
    return builder.build();
  }

  private static List<Map<String, Object>> errors(List<Problem> problems) {
    return problems.stream().map(Problems::json).toList();
  }

  static Map<String, Object> json(Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pointer", shown(problem.pointer()));
    json.put("message", shown(problem.message()));
    if (!problem.allowed().isEmpty()) {
      json.put("allowed", problem.allowed());
    }
    return json;
  }

  /** Names and values that clients sent may be long, and hold what no answer can carry. */
  private static String shown(String text) {
    return Texts.shown(text, LONGEST_SHOWN);
  }
}
