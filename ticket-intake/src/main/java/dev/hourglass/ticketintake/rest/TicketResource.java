package dev.hourglass.ticketintake.rest;

import dev.hourglass.rest.StrictQuery;
import dev.hourglass.ticketintake.json.TicketJson;
import dev.hourglass.ticketintake.json.TicketPage;
import dev.hourglass.ticketintake.json.TicketView;
import dev.hourglass.ticketintake.postgres.Answer;
import dev.hourglass.ticketintake.postgres.TicketDesk;
import dev.hourglass.ticketintake.postgres.TicketShelf;
import dev.hourglass.ticketintake.ticket.NewTicket;
import dev.hourglass.ticketintake.ticket.TicketStatus;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Takes tickets and shows them. */
@Path("/tickets")
@Tag(name = "Tickets")
@Produces(MediaType.APPLICATION_JSON)
@StrictQuery
public class TicketResource {

  private static final Logger LOG = Logger.getLogger(TicketResource.class);

  private final RequestReader reader;
  private final TicketChecks checks;
  private final Idempotency idempotency;
  private final TicketDesk desk;
  private final TicketShelf shelf;
  private final QueryReader queries;
  private final MeterRegistry metrics;

  TicketResource(
      RequestReader reader,
      TicketChecks checks,
      Idempotency idempotency,
      TicketDesk desk,
      TicketShelf shelf,
      QueryReader queries,
      MeterRegistry metrics) {
    this.reader = reader;
    this.checks = checks;
    this.idempotency = idempotency;
    this.desk = desk;
    this.shelf = shelf;
    this.queries = queries;
    this.metrics = metrics;
  }

  /** Logs a ticket. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "log", summary = "Log a ticket")
  @RequestBodySchema(TicketRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "201")
  public Response log(InputStream in, @Context HttpHeaders headers) {
    byte[] body = reader.bytes(in);
    NewTicket posted = checks.check(reader.read(body, TicketRequest.class));
    Answer answer = desk.log(posted, idempotency.of(headers, "/tickets", body));
    MDC.put("ticketId", answer.ticketId());
    if (!answer.replayed()) {
      metrics
          .counter("ticket_intake_tickets_created", "channel", posted.channel().name())
          .increment();
      LOG.info("A ticket was logged");
    }
    return Answers.of(answer);
  }

  /** Shows a ticket. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "get", summary = "Show a ticket, with the promise once it was made")
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response get(@PathParam("id") String id) {
    return Response.ok(TicketJson.write(shelf.get(TicketIds.parse(id)))).build();
  }

  /** Lists tickets, the newest first. */
  @GET
  @Operation(operationId = "list", summary = "List tickets, the newest first")
  @APIResponseSchema(value = TicketPage.class, responseCode = "200")
  public Response list(
      @QueryParam("account") @Parameter(example = "ACME-1") @Nullable String account,
      @QueryParam("status") @Parameter(schema = @Schema(implementation = TicketStatus.class))
          @Nullable String status,
      @Parameter(
              description = "Counts from 0",
              schema = @Schema(implementation = Integer.class, defaultValue = "0"))
          @QueryParam("page")
          @Nullable String page,
      @Parameter(schema = @Schema(implementation = Integer.class, defaultValue = "50"))
          @QueryParam("size")
          @Nullable String size) {
    QueryReader.TicketQuery query = queries.read(account, status, page, size);
    return Response.ok(
            TicketJson.write(
                shelf.list(query.account(), query.status(), query.page(), query.size())))
        .build();
  }
}
