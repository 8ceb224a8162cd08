package dev.hourglass.slamonitor.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;

/** What a client is told when something is wrong with its request. */
final class Problems {

  private static final int LONGEST_ECHO = 100;

  private Problems() {}

  static HttpProblem unknownTicket(String ticketId) {
    String shown = ticketId.substring(0, Math.min(ticketId.length(), LONGEST_ECHO));
    return HttpProblem.builder()
        .withStatus(Status.NOT_FOUND)
        .withTitle("Not Found")
        .withDetail("No clocks are known of ticket '" + shown + "'")
        .build();
  }
}
