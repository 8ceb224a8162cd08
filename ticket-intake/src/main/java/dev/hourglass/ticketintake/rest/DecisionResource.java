package dev.hourglass.ticketintake.rest;

import static dev.hourglass.ticketintake.postgres.Instruction.of;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.rest.StrictQuery;
import dev.hourglass.ticketintake.TicketIntakeConfig;
import dev.hourglass.ticketintake.json.TicketView;
import dev.hourglass.ticketintake.postgres.Instruction;
import dev.hourglass.ticketintake.postgres.TicketShelf;
import dev.hourglass.ticketintake.rest.CommandRequests.DeadlineRequest;
import dev.hourglass.ticketintake.rest.CommandRequests.MergeRequest;
import dev.hourglass.ticketintake.ticket.Command;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an agent decides about a ticket and answers for: a deadline of its own, and a merge. */
@Path("/tickets")
@Tag(name = "Life cycle")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@StrictQuery
public class DecisionResource {

  private final RequestReader reader;
  private final Commands commands;
  private final TicketShelf shelf;
  private final TicketIntakeConfig.Ticket limits;

  DecisionResource(
      RequestReader reader, Commands commands, TicketShelf shelf, TicketIntakeConfig config) {
    this.reader = reader;
    this.commands = commands;
    this.shelf = shelf;
    this.limits = config.ticket();
  }

  /** An agent sets the deadline of one clock. */
  @POST
  @Path("/{id}/deadline")
  @Operation(operationId = "deadline", summary = "An agent sets the deadline of one clock")
  @RequestBodySchema(DeadlineRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response deadline(
      @PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    byte[] body = reader.bytes(in);
    DeadlineRequest posted = reader.readOptional(body, DeadlineRequest.class);
    InputCheck check = new InputCheck();
    Metric metric = check.required("/metric", posted.metric(), Metric.class);
    Integer cycle = check.required("/cycle", posted.cycle());
    String text = check.required("/deadline", posted.deadline());
    Instant deadline = text == null ? null : InputCheck.instant("/deadline", text);
    String agent = check.line("/agent", posted.agent(), limits.maxName());
    check.required("/agent", agent);
    String reason = check.text("/reason", posted.reason(), limits.maxReason());
    check.required("/reason", reason);
    promised(check, id, metric);
    check.done();
    return commands.done(
        id,
        body,
        headers,
        of(Command.DEADLINE, (ticket, now) -> ticket.setDeadline(metric, cycle, deadline, now))
            .because(reason, agent));
  }

  /** The ticket goes on in another one. */
  @POST
  @Path("/{id}/merge")
  @Operation(operationId = "merge", summary = "The ticket goes on in another one")
  @RequestBodySchema(MergeRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response merge(@PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    byte[] body = reader.bytes(in);
    MergeRequest posted = reader.readOptional(body, MergeRequest.class);
    InputCheck check = new InputCheck();
    String text = check.required("/into", posted.into());
    UUID into = text == null ? null : TicketIds.id(text).orElse(null);
    if (text != null && into == null) {
      throw Problems.malformed(FieldError.at("/into", "must be the id of a ticket"));
    }
    String reason = check.text("/reason", posted.reason(), limits.maxReason());
    check.done();
    return commands.done(id, body, headers, Instruction.merge(into).because(reason));
  }

  /** A deadline for what nobody promised would move no clock, and the agent would not know. */
  private void promised(InputCheck check, String id, @Nullable Metric metric) {
    List<Target> promise = shelf.get(TicketIds.parse(id)).promise();
    if (metric != null
        && promise != null
        && promise.stream().noneMatch(target -> target.metric() == metric)) {
      List<String> metrics = promise.stream().map(target -> target.metric().name()).toList();
      check.error("/metric", "must be one that is promised to the ticket", metrics);
    }
  }
}
