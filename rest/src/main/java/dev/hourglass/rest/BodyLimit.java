package dev.hourglass.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is too large before it is read. */
@ApplicationScoped
public class BodyLimit {

  private static final int FIRST = 10_000;
  private static final int STATUS = 413;
  private static final String TITLE = "Body too large";

  private final int longest;
  private final Refusals refusals;

  @Inject
  public BodyLimit(
      @ConfigProperty(name = "hourglass.rest.max-body", defaultValue = "64K") MemorySize longest,
      Refusals refusals) {
    this.longest = Math.toIntExact(longest.asLongValue());
    this.refusals = refusals;
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuseLarge, FIRST);
  }

  /** The refusal of a body that turned out to be longer than it said. */
  HttpProblem problem() {
    return HttpProblem.builder().withStatus(STATUS).withTitle(TITLE).withDetail(detail()).build();
  }

  /** In bytes. */
  int longest() {
    return longest;
  }

  private void refuseLarge(RoutingContext exchange) {
    if (declared(exchange) <= longest) {
      exchange.next();
      return;
    }
    refusals.count(STATUS);
    exchange
        .response()
        .setStatusCode(STATUS)
        .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(
            new JsonObject()
                .put("status", STATUS)
                .put("title", TITLE)
                .put("detail", detail())
                .encode());
  }

  private static long declared(RoutingContext exchange) {
    String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0; // The server refuses such a request itself.
    }
  }

  private String detail() {
    return "A body has " + longest + " bytes at most";
  }
}
