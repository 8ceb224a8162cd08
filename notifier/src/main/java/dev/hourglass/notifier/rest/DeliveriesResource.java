package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.delivery.DeliveryFilter;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.DeliveryPage;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.delivery.Redrive;
import dev.hourglass.notifier.postgres.DeliveryBook;
import dev.hourglass.notifier.postgres.Redrives;
import dev.hourglass.rest.Parameters;
import dev.hourglass.rest.StrictQuery;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Lets operators see which messages went out and which did not, addresses masked, and try those
 * that failed once more.
 */
@Path("/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
@StrictQuery
public class DeliveriesResource {

  private static final int LARGEST_PAGE = 200;
  private static final int LAST_PAGE = 100_000;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final DeliveryBook deliveries;
  private final Redrives redrives;

  DeliveriesResource(DeliveryBook deliveries, Redrives redrives) {
    this.deliveries = deliveries;
    this.redrives = redrives;
  }

  /** The deliveries, latest first. */
  @GET
  @Operation(summary = "Deliveries, latest first; recipients masked")
  @APIResponse(responseCode = "200", description = "A page of deliveries")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  public DeliveryPage find(
      @QueryParam("ticketId") @Parameter(example = "0193a2b4-7c1e-7d52-9c0e-3f5a1b2c4d6e")
          @Nullable String ticketId,
      @QueryParam("state") @Parameter(example = "SENT") @Nullable String state,
      @QueryParam("kind") @Parameter(example = "CONFIRMATION") @Nullable String kind,
      @QueryParam("reason") @Parameter(example = "SMTP_550") @Nullable String reason,
      @QueryParam("page") @Parameter(example = "0") @Nullable String page,
      @QueryParam("size") @Parameter(example = "20") @Nullable String size) {
    Parameters parameters = new Parameters();
    UUID ticket = parameters.uuid("ticketId", ticketId);
    DeliveryState inState = parameters.value("state", state, DeliveryState.class);
    DeliveryKind ofKind = parameters.value("kind", kind, DeliveryKind.class);
    int at = parameters.number("page", page, 0, LAST_PAGE, 0);
    int many = parameters.number("size", size, 1, LARGEST_PAGE, 20);
    parameters.refuseIfWrong();
    return deliveries.page(new DeliveryFilter(ticket, inState, ofKind, reason, null), at, many);
  }

  /** Tries a delivery that failed once more. */
  @POST
  @Path("/{id}/redrive")
  @Operation(summary = "Try a delivery that was given up or came back once more")
  @APIResponse(responseCode = "202", description = "It waits again and is tried at once")
  @APIResponse(responseCode = "404", description = "No such delivery")
  @APIResponse(responseCode = "409", description = "It has not failed, or nobody is to be written")
  public Response redrive(
      @PathParam("id") @Parameter(example = "0193a2b4-7c1e-7d52-9c0e-3f5a1b2c4d6e") String id) {
    Redrive redrive = Parameters.uuid(id).map(redrives::redrive).orElse(Redrive.UNKNOWN);
    return switch (redrive) {
      case REDRIVEN -> Response.accepted(new Redriven(1, false)).build();
      case UNKNOWN -> throw problem(NOT_FOUND, "Unknown delivery", "There is no such delivery");
      case NOT_FAILED -> throw problem(CONFLICT, "Not failed", "Only what has failed is redriven");
      case NO_RECIPIENT ->
          throw problem(CONFLICT, "No recipient", "Nobody is to be written to under its address");
    };
  }

  /** Tries the deliveries that failed and that the query means once more. */
  @POST
  @Path("/redrives")
  @Operation(
      summary = "Try deliveries that were given up or came back once more",
      description = "At most 1000 at a time, latest first; \"more\" says that there may be more.")
  @APIResponse(responseCode = "202", description = "They wait again and are tried at once")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  public Response redriveAll(
      @QueryParam("state") @Parameter(example = "GIVEN_UP") @Nullable String state,
      @QueryParam("kind") @Parameter(example = "CONFIRMATION") @Nullable String kind,
      @QueryParam("reason") @Parameter(example = "SMTP_535") @Nullable String reason,
      @QueryParam("since") @Parameter(example = "2026-11-22T12:00:00Z") @Nullable String since) {
    Parameters parameters = new Parameters();
    DeliveryState inState = parameters.value("state", state, DeliveryState.class);
    DeliveryKind ofKind = parameters.value("kind", kind, DeliveryKind.class);
    Instant from = parameters.instant("since", since);
    parameters.refuseIfWrong();
    int redriven = redrives.redriveAll(new DeliveryFilter(null, inState, ofKind, reason, from));
    boolean more = redriven == Redrives.MOST_AT_ONCE;
    return Response.accepted(new Redriven(redriven, more)).build();
  }

  /**
   * How many deliveries are tried once more.
   *
   * @param more whether there may be more of them
   */
  public record Redriven(int redriven, boolean more) {}

  private static HttpProblem problem(int status, String title, String detail) {
    return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail).build();
  }
}
