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

/** The ledger as a page for people. */
@Path("/clocks/{ticketId}/page")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@StrictQuery
public class LedgerPageResource {

  private final Ledgers ledgers;
  private final Clock clock;

  LedgerPageResource(Ledgers ledgers, Clock clock) {
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /** The page; with an instant, what was known then beside what is known now. */
  @GET
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
    Instant now = AsOf.now(clock);
    Instant asOf = AsOf.read(at, now);
    UUID id = Parameters.uuid(ticketId).orElseThrow(() -> Problems.unknownTicket(ticketId));
    TicketLedger ledger =
        ledgers.find(id, asOf, now).orElseThrow(() -> Problems.unknownTicket(ticketId));
    return Pages.page(200, nonce -> LedgerPage.write(ledger, asOf != null, nonce)).build();
  }
}
