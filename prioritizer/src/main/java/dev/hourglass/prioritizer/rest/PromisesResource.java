package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.prioritizer.ticket.Tickets;
import dev.hourglass.rest.StrictQuery;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was promised to a ticket. */
@Path("/promises")
@Tag(name = "Promises")
@Produces(MediaType.APPLICATION_JSON)
@StrictQuery
public class PromisesResource {

  private final Tickets tickets;

  @Inject
  public PromisesResource(Tickets tickets) {
    this.tickets = tickets;
  }

  /** The data of the latest TicketPrioritized, exactly as it was said. */
  @GET
  @Path("/{ticketId}")
  @Transactional
  @Operation(
      operationId = "getPromise",
      summary = "The latest promise made to a ticket, with its reasons and basis")
  @APIResponseSchema(value = TicketPrioritized.class, responseCode = "200")
  public String latest(@PathParam("ticketId") String ticketId) throws JsonProcessingException {
    TicketPrioritized latest =
        Ids.uuid(ticketId)
            .flatMap(tickets::latest)
            .orElseThrow(() -> Problems.notFound("Nothing was promised to such a ticket."));
    return EventJson.mapper().writeValueAsString(latest);
  }
}
