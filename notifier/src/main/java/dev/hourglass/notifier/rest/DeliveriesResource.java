package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.delivery.DeliveryPage;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.postgres.DeliveryBook;
import dev.hourglass.rest.Parameters;
import dev.hourglass.rest.StrictQuery;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets operators see which mails went out and which did not; addresses masked. */
@Path("/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
@StrictQuery
public class DeliveriesResource {

  private static final int LARGEST_PAGE = 200;
  private static final int LAST_PAGE = 100_000;

  private final DeliveryBook deliveries;

  DeliveriesResource(DeliveryBook deliveries) {
    this.deliveries = deliveries;
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
      @QueryParam("page") @Parameter(example = "0") @Nullable String page,
      @QueryParam("size") @Parameter(example = "20") @Nullable String size) {
    Parameters parameters = new Parameters();
    UUID ticket = parameters.uuid("ticketId", ticketId);
    DeliveryState inState = parameters.value("state", state, DeliveryState.class);
    int at = parameters.number("page", page, 0, LAST_PAGE, 0);
    int many = parameters.number("size", size, 1, LARGEST_PAGE, 20);
    parameters.refuseIfWrong();
    return deliveries.page(ticket, inState, at, many);
  }
}
