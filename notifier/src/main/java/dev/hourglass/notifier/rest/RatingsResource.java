package dev.hourglass.notifier.rest;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.notifier.rating.RatingPage;
import dev.hourglass.notifier.rating.RatingQuery;
import dev.hourglass.notifier.rating.RatingSummary;
import dev.hourglass.notifier.rating.Ratings;
import dev.hourglass.rest.Parameters;
import dev.hourglass.rest.StrictQuery;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets operators read what customers answered; comments in their words, addresses never. */
@Path("/ratings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ratings")
@StrictQuery
public class RatingsResource {

  private static final int LARGEST_PAGE = 200;
  private static final int LAST_PAGE = 100_000;
  private static final int ANY_LEVEL = 0;

  private final Ratings ratings;

  RatingsResource(Ratings ratings) {
    this.ratings = ratings;
  }

  /** The ratings, latest first. */
  @GET
  @Operation(
      summary = "Ratings with comments, latest first",
      description = "`from` (inclusive) and `to` (exclusive) are about when it was answered last.")
  @APIResponse(responseCode = "200", description = "A page of ratings")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  public RatingPage find(
      @QueryParam("ticketId") @Parameter(example = "0193a2b4-7c1e-7d52-9c0e-3f5a1b2c4d6e")
          @Nullable String ticketId,
      @QueryParam("account") @Parameter(example = "10042") @Nullable String account,
      @QueryParam("priority") @Parameter(example = "P1") @Nullable String priority,
      @QueryParam("from") @Parameter(example = "2026-11-01T00:00:00Z") @Nullable String from,
      @QueryParam("to") @Parameter(example = "2026-12-01T00:00:00Z") @Nullable String to,
      @QueryParam("level") @Parameter(example = "5") @Nullable String level,
      @QueryParam("page") @Parameter(example = "0") @Nullable String page,
      @QueryParam("size") @Parameter(example = "20") @Nullable String size) {
    Parameters parameters = new Parameters();
    UUID ticket = parameters.uuid("ticketId", ticketId);
    RatingQuery period = query(parameters, account, priority, from, to);
    int chosen = parameters.number("level", level, 1, 5, ANY_LEVEL);
    int at = parameters.number("page", page, 0, LAST_PAGE, 0);
    int many = parameters.number("size", size, 1, LARGEST_PAGE, 20);
    parameters.refuseIfWrong();
    RatingQuery query =
        new RatingQuery(
            ticket,
            account,
            period.priority(),
            period.from(),
            period.to(),
            chosen == ANY_LEVEL ? null : chosen);
    return ratings.page(query, at, many);
  }

  /** What the ratings come to. */
  @GET
  @Path("/summary")
  @Operation(
      summary = "How satisfied customers are, and how many of those asked have answered",
      description =
          "By priority, plan, and outcome of each metric. Ratings count by when they were answered"
              + " last, surveys by when they were sent.")
  @APIResponse(responseCode = "200", description = "The figures")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  public RatingSummary summary(
      @QueryParam("account") @Parameter(example = "10042") @Nullable String account,
      @QueryParam("priority") @Parameter(example = "P1") @Nullable String priority,
      @QueryParam("from") @Parameter(example = "2026-11-01T00:00:00Z") @Nullable String from,
      @QueryParam("to") @Parameter(example = "2026-12-01T00:00:00Z") @Nullable String to) {
    Parameters parameters = new Parameters();
    RatingQuery query = query(parameters, account, priority, from, to);
    parameters.refuseIfWrong();
    return ratings.summary(query);
  }

  private static RatingQuery query(
      Parameters parameters,
      @Nullable String account,
      @Nullable String priority,
      @Nullable String from,
      @Nullable String to) {
    Instant since = parameters.instant("from", from);
    Instant until = parameters.instant("to", to);
    if (since != null && until != null && !since.isBefore(until)) {
      parameters.wrong("to", "must be after 'from'");
    }
    return new RatingQuery(
        null, account, parameters.value("priority", priority, Priority.class), since, until, null);
  }
}
