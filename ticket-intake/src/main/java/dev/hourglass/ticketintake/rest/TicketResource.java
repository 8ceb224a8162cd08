package dev.hourglass.ticketintake.rest;

import dev.hourglass.ticketintake.json.TicketJson;
import dev.hourglass.ticketintake.postgres.Answer;
import dev.hourglass.ticketintake.postgres.TicketDesk;
import dev.hourglass.ticketintake.postgres.TicketShelf;
import dev.hourglass.ticketintake.ticket.NewTicket;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Takes tickets and shows them. */
@Path("/tickets")
@Produces(MediaType.APPLICATION_JSON)
public class TicketResource {

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
  public Response log(byte[] body, @Context HttpHeaders headers) {
    NewTicket posted = checks.check(reader.read(body, TicketRequest.class));
    Answer answer = desk.log(posted, idempotency.of(headers, "/tickets", body));
    if (!answer.replayed()) {
      metrics
          .counter("ticket_intake_tickets_created", "channel", posted.channel().name())
          .increment();
    }
    return Answers.of(answer);
  }

  /** Shows a ticket. */
  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id) {
    return Response.ok(TicketJson.write(shelf.get(TicketIds.parse(id)))).build();
  }

  /** Lists tickets, the newest first. */
  @GET
  public Response list(@Context UriInfo uri) {
    QueryReader.TicketQuery query = queries.read(uri.getQueryParameters());
    return Response.ok(
            TicketJson.write(
                shelf.list(query.account(), query.status(), query.page(), query.size())))
        .build();
  }
}
