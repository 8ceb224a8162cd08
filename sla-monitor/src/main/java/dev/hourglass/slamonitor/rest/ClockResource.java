package dev.hourglass.slamonitor.rest;

import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.rest.Parameters;
import dev.hourglass.rest.StrictQuery;
import dev.hourglass.slamonitor.board.Board;
import dev.hourglass.slamonitor.board.BoardPage;
import dev.hourglass.slamonitor.board.BoardQuery;
import dev.hourglass.slamonitor.ledger.Ledgers;
import dev.hourglass.slamonitor.ledger.TicketLedger;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** The clock board over HTTP. */
@Path("/clocks")
@Produces(MediaType.APPLICATION_JSON)
@StrictQuery
public class ClockResource {

  private final Board board;
  private final Ledgers ledgers;
  private final Clock clock;

  ClockResource(Board board, Ledgers ledgers, Clock clock) {
    this.board = board;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /** The clocks as last said, or as of an instant, with their ledger. */
  @GET
  @Path("/{ticketId}")
  @Operation(
      summary = "The clocks of one ticket, with the ledger that explains them",
      description =
          "Without `at` as last said on sla-clocks. With `at` as of that instant, by all that is"
              + " known today; `asKnownThen` is what anybody would have been told then. Which fact"
              + " moves which clock, and what was said, is in the ledger alone. As text/html it is"
              + " the page.")
  @APIResponse(
      responseCode = "200",
      description = "The clocks",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClocksAnswer.class)))
  @APIResponse(responseCode = "400", description = "`at` is no instant, or lies in the future")
  @APIResponse(responseCode = "404", description = "No fact of this ticket has been heard")
  @ResponseHeader(name = "Vary", value = "Accept")
  public ClocksAnswer ofTicket(
      @PathParam("ticketId") String ticketId,
      @Parameter(
              description = AsOf.DESCRIPTION,
              example = AsOf.EXAMPLE,
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("at")
          @Nullable String at) {
    Instant now = AsOf.now(clock);
    Instant asOf = AsOf.read(at, now);
    UUID id = id(ticketId);
    if (asOf == null) {
      ClocksChanged said = board.clocks(id).orElseThrow(() -> Problems.unknownTicket(ticketId));
      return ClocksAnswer.lastSaid(said, ledgers.brief(id, null, now));
    }
    return ledgers
        .brief(id, asOf, now)
        .map(ClocksAnswer::asOf)
        .orElseThrow(() -> Problems.unknownTicket(ticketId));
  }

  /** The ledger alone; it also tells of a ticket that nobody has received yet. */
  @GET
  @Path("/{ticketId}/ledger")
  @Operation(
      summary = "Why the clocks of one ticket stand, or stood, as they do",
      description =
          "Every moment of every clock with its reason, adding up to wall time; the promises; the"
              + " facts and the clocks that each moves; the alerts that were published, beside what"
              + " the facts call for. `asKnownThen` only with `at`.")
  @APIResponse(
      responseCode = "200",
      description = "The ledger",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TicketLedger.class),
              examples = @ExampleObject(name = "paused for two hours", value = LedgerExample.JSON)))
  @APIResponse(responseCode = "400", description = "`at` is no instant, or lies in the future")
  @APIResponse(responseCode = "404", description = "No fact of this ticket has been heard")
  public TicketLedger ledger(
      @PathParam("ticketId") String ticketId,
      @Parameter(
              description = AsOf.DESCRIPTION,
              example = AsOf.EXAMPLE,
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("at")
          @Nullable String at) {
    Instant now = AsOf.now(clock);
    Instant asOf = AsOf.read(at, now);
    UUID id = id(ticketId);
    return ledgers.find(id, asOf, now).orElseThrow(() -> Problems.unknownTicket(ticketId));
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

  private static UUID id(String ticketId) {
    return Parameters.uuid(ticketId).orElseThrow(() -> Problems.unknownTicket(ticketId));
  }
}
