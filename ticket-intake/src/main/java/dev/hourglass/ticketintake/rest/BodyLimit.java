package dev.hourglass.ticketintake.rest;

import dev.hourglass.ticketintake.TicketIntakeConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses a body that says it is too large before it is read. A chunked body does not say; it is
 * read up to the limit and refused by {@link RequestReader}.
 */
@ApplicationScoped
public class BodyLimit {

  private static final int FIRST = 10_000;

  private static final String TITLE = "Body too large";

  private final int maxBody;
  private final MeterRegistry metrics;

  BodyLimit(TicketIntakeConfig config, MeterRegistry metrics) {
    this.maxBody = config.rest().maxBody();
    this.metrics = metrics;
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuseLarge, FIRST);
  }

  private void refuseLarge(RoutingContext exchange) {
    if (declared(exchange) <= maxBody) {
      exchange.next();
      return;
    }
    Refusals.count(metrics, 413);
    exchange
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end("{\"status\":413,\"title\":\"" + TITLE + "\",\"detail\":\"" + detail(maxBody) + "\"}");
  }

  private static long declared(RoutingContext exchange) {
    String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0; // The server refuses such a request itself.
    }
  }

  private static String detail(int maxBody) {
    return "A body has " + maxBody + " bytes at most";
  }

  static HttpProblem problem(int maxBody) {
    return Problems.of(413, TITLE, detail(maxBody)).build();
  }
}
