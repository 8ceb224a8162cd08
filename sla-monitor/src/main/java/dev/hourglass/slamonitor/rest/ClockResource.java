package dev.hourglass.slamonitor.rest;

import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.rest.Parameters;
import dev.hourglass.rest.StrictQuery;
import dev.hourglass.slamonitor.board.Board;
import dev.hourglass.slamonitor.board.BoardPage;
import dev.hourglass.slamonitor.board.BoardQuery;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The clock board over HTTP. */
@Path("/clocks")
@Produces(MediaType.APPLICATION_JSON)
@StrictQuery
public class ClockResource {

  private final Board board;

  ClockResource(Board board) {
    this.board = board;
  }

  @GET
  @Path("/{ticketId}")
  @Operation(summary = "The clocks of one ticket, as last said on sla-clocks")
  @APIResponse(responseCode = "200", description = "The data of the last ClocksChanged")
  @APIResponse(responseCode = "404", description = "No fact of this ticket has been heard")
  public ClocksChanged ofTicket(@PathParam("ticketId") String ticketId) {
    UUID id = Parameters.uuid(ticketId).orElseThrow(() -> Problems.unknownTicket(ticketId));
    return board.clocks(id).orElseThrow(() -> Problems.unknownTicket(ticketId));
  }

  @GET
  @Operation(summary = "Clocks of all tickets, the earliest deadline first")
  @APIResponse(responseCode = "200", description = "A page of clocks")
  @APIResponse(responseCode = "400", description = "A parameter is wrong; says what is allowed")
  public BoardPage find(
      @Parameter(
              description = "only clocks in this state",
              schema = @Schema(implementation = ClockStatus.class))
          @QueryParam("state")
          @Nullable String state,
      @Parameter(
              description = "only clocks with a deadline before this instant",
              example = "2026-11-22T12:00:00Z",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("dueBefore")
          @Nullable String dueBefore,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
          @QueryParam("page")
          @Nullable String page,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "200",
                      defaultValue = "50"))
          @QueryParam("size")
          @Nullable String size) {
    Parameters parameters = new Parameters();
    BoardQuery query =
        new BoardQuery(
            parameters.value("state", state, ClockStatus.class),
            parameters.instant("dueBefore", dueBefore),
            parameters.number("page", page, 0, 1_000_000, 0),
            parameters.number("size", size, 1, 200, 50));
    parameters.refuseIfWrong();
    return board.find(query);
  }
}
