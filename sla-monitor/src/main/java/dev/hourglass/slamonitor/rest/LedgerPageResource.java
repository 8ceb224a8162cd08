package dev.hourglass.slamonitor.rest;

import dev.hourglass.rest.Pages;
import dev.hourglass.rest.Parameters;
import dev.hourglass.rest.StrictQuery;
import dev.hourglass.slamonitor.html.LedgerPage;
import dev.hourglass.slamonitor.ledger.Ledgers;
import dev.hourglass.slamonitor.ledger.TicketLedger;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as a page for people. Under the root path of {@link ClockResource}, for it has the
 * same address as what that answers in JSON.
 */
@Path("/clocks")
@StrictQuery
public class LedgerPageResource {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private final Ledgers ledgers;
  private final Clock clock;

  LedgerPageResource(Ledgers ledgers, Clock clock) {
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /** The page at an address of its own, for links. */
  @GET
  @Path("/{ticketId}/page")
  @Produces(HTML)
  @Operation(summary = "The ledger of one ticket as a page")
  @APIResponse(responseCode = "200", description = "The page")
  @APIResponse(responseCode = "400", description = "`at` is no instant, or lies in the future")
  @APIResponse(responseCode = "404", description = "No fact of this ticket has been heard")
  public Response page(
      @PathParam("ticketId") String ticketId,
      @Parameter(
              description = AsOf.DESCRIPTION,
              example = AsOf.EXAMPLE,
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("at")
          @Nullable String at) {
    return write(ticketId, at, "").build();
  }

  /** The page for whoever prefers it to JSON; who has no preference gets JSON. */
  @GET
  @Path("/{ticketId}")
  @Produces(HTML + ";qs=0.1")
  @Operation(hidden = true)
  public Response pageOfTicket(
      @PathParam("ticketId") String ticketId, @QueryParam("at") @Nullable String at) {
    return write(ticketId, at, ticketId + "/").header("Vary", "Accept").build();
  }

  /** The page; with an instant, what was known then beside what is known now. */
  private Response.ResponseBuilder write(String ticketId, @Nullable String at, String base) {
    Instant now = AsOf.now(clock);
    Instant asOf = AsOf.read(at, now);
    UUID id = Parameters.uuid(ticketId).orElseThrow(() -> Problems.unknownTicket(ticketId));
    TicketLedger ledger =
        ledgers.find(id, asOf, now).orElseThrow(() -> Problems.unknownTicket(ticketId));
    return Pages.page(200, nonce -> LedgerPage.write(ledger, asOf != null, base, nonce)).type(HTML);
  }
}
