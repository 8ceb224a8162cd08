package dev.hourglass.ticketintake.rest;

import dev.hourglass.ticketintake.postgres.Answer;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Tells a client what was done. */
final class Answers {

  private Answers() {}

  static Response of(Answer answer) {
    Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
    if (answer.status() == Response.Status.CREATED.getStatusCode()) {
      response.location(URI.create("/tickets/" + answer.ticketId()));
    }
    if (answer.replayed()) {
      response.header(Idempotency.REPLAYED, "true");
    }
    return response.build();
  }
}
