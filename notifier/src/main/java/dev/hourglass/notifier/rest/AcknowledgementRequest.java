package dev.hourglass.notifier.rest;

import dev.hourglass.contracts.Rules;
import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * What somebody says who takes care of an alert.
 *
 * @param by a role or post, as the team calls it; it becomes part of a fact that is kept for ever
 */
record AcknowledgementRequest(String by) {

  /**
   * Reads a body.
   *
   * @throws HttpProblem 400, if it is not JSON of this form; 422, if it names nobody
   */
  static AcknowledgementRequest read(String body) {
    return StrictJson.read(
        body,
        AcknowledgementRequest.class,
        request -> new AcknowledgementRequest(Rules.code(request.by(), "by")));
  }
}
