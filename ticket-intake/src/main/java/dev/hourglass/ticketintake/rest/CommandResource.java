package dev.hourglass.ticketintake.rest;

import static dev.hourglass.ticketintake.postgres.Instruction.of;

import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Visibility;
import dev.hourglass.rest.StrictQuery;
import dev.hourglass.ticketintake.TicketIntakeConfig;
import dev.hourglass.ticketintake.json.TicketView;
import dev.hourglass.ticketintake.postgres.Instruction;
import dev.hourglass.ticketintake.rest.CommandRequests.CompletionRequest;
import dev.hourglass.ticketintake.rest.CommandRequests.EmptyRequest;
import dev.hourglass.ticketintake.rest.CommandRequests.PauseRequest;
import dev.hourglass.ticketintake.rest.CommandRequests.PriorityRequest;
import dev.hourglass.ticketintake.rest.CommandRequests.ReasonRequest;
import dev.hourglass.ticketintake.rest.CommandRequests.ReplyRequest;
import dev.hourglass.ticketintake.thanks.ThanksPolicy;
import dev.hourglass.ticketintake.ticket.Command;
import dev.hourglass.ticketintake.ticket.Ticket;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The life cycle of a ticket, one path for each command. All under the root path of {@link
 * TicketResource}: with one of its own, a wrong method would be 404 and not 405.
 */
@Path("/tickets")
@Tag(name = "Life cycle")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@StrictQuery
public class CommandResource {

  private final RequestReader reader;
  private final TicketChecks checks;
  private final Commands commands;
  private final TicketIntakeConfig.Ticket limits;
  private final ThanksPolicy thanks;

  CommandResource(
      RequestReader reader,
      TicketChecks checks,
      Commands commands,
      TicketIntakeConfig config,
      ThanksPolicy thanks) {
    this.reader = reader;
    this.checks = checks;
    this.commands = commands;
    this.limits = config.ticket();
    this.thanks = thanks;
  }

  /** Somebody writes on the ticket. */
  @POST
  @Path("/{id}/replies")
  @Operation(operationId = "reply", summary = "Write on the ticket")
  @RequestBodySchema(ReplyRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "201")
  public Response reply(@PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    byte[] body = reader.bytes(in);
    ReplyRequest posted = reader.read(body, ReplyRequest.class);
    InputCheck check = new InputCheck();
    Author by = check.required("/by", posted.by(), Author.class);
    Visibility visibility = check.required("/visibility", posted.visibility(), Visibility.class);
    String text = check.text("/text", posted.text(), limits.maxReply());
    check.required("/text", text);
    if (by == Author.REQUESTER && visibility == Visibility.INTERNAL) {
      check.error("/visibility", "must be PUBLIC where the requester writes");
    }
    if (by == Author.REQUESTER && posted.pause() != null) {
      check.error("/pause", "is for agents only");
    }
    check.done();
    return done(id, body, headers, Instruction.reply(by, visibility, text, posted.pause(), thanks));
  }

  /** The ticket waits. */
  @POST
  @Path("/{id}/pause")
  @Operation(operationId = "pause", summary = "The ticket waits")
  @RequestBodySchema(PauseRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response pause(@PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    byte[] body = reader.bytes(in);
    PauseRequest posted = reader.readOptional(body, PauseRequest.class);
    InputCheck check = new InputCheck();
    PauseReason reason = check.required("/reason", posted.reason(), PauseReason.class);
    check.done();
    return done(id, body, headers, of(Command.PAUSE, (ticket, now) -> ticket.pause(reason, now)));
  }

  /** The wait is over. */
  @POST
  @Path("/{id}/resume")
  @Operation(operationId = "resume", summary = "The wait is over")
  @RequestBodySchema(EmptyRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response resume(@PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    return withoutWords(id, in, headers, of(Command.RESUME, Ticket::resume));
  }

  /** The service works again for the customer. */
  @POST
  @Path("/{id}/restore")
  @Operation(operationId = "restore", summary = "The service works again for the customer")
  @RequestBodySchema(EmptyRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response restore(
      @PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    return withoutWords(id, in, headers, of(Command.RESTORE, Ticket::restore));
  }

  /** The ticket is done. */
  @POST
  @Path("/{id}/solve")
  @Operation(operationId = "solve", summary = "The ticket is done")
  @RequestBodySchema(EmptyRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response solve(@PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    return withoutWords(id, in, headers, of(Command.SOLVE, Ticket::solve));
  }

  /** A solved ticket goes on. */
  @POST
  @Path("/{id}/reopen")
  @Operation(operationId = "reopen", summary = "A solved ticket goes on, in a new cycle")
  @RequestBodySchema(ReasonRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response reopen(@PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    return withReason(id, in, headers, of(Command.REOPEN, Ticket::reopen));
  }

  /** A solved ticket is over. */
  @POST
  @Path("/{id}/close")
  @Operation(operationId = "close", summary = "A solved ticket is over")
  @RequestBodySchema(EmptyRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response close(@PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    return withoutWords(id, in, headers, of(Command.CLOSE, Ticket::close));
  }

  /** The ticket is withdrawn. */
  @POST
  @Path("/{id}/cancel")
  @Operation(operationId = "cancel", summary = "The ticket is withdrawn")
  @RequestBodySchema(ReasonRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response cancel(@PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    return withReason(id, in, headers, of(Command.CANCEL, Ticket::cancel));
  }

  /** An agent sets the priority. */
  @POST
  @Path("/{id}/priority")
  @Operation(operationId = "priority", summary = "An agent sets the priority")
  @RequestBodySchema(PriorityRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response priority(
      @PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    byte[] body = reader.bytes(in);
    PriorityRequest posted = reader.readOptional(body, PriorityRequest.class);
    InputCheck check = new InputCheck();
    Priority priority = check.required("/priority", posted.priority(), Priority.class);
    String reason = check.text("/reason", posted.reason(), limits.maxReason());
    check.required("/reason", reason);
    check.done();
    return done(
        id,
        body,
        headers,
        of(Command.PRIORITY, (ticket, now) -> ticket.reprioritize(priority, now)).because(reason));
  }

  /** An improper ticket becomes proper (K15). */
  @POST
  @Path("/{id}/complete")
  @Operation(operationId = "complete", summary = "An improper ticket becomes proper")
  @RequestBodySchema(CompletionRequest.class)
  @APIResponseSchema(value = TicketView.class, responseCode = "200")
  public Response complete(
      @PathParam("id") String id, InputStream in, @Context HttpHeaders headers) {
    byte[] body = reader.bytes(in);
    CompletionRequest posted = reader.readOptional(body, CompletionRequest.class);
    InputCheck check = new InputCheck();
    String account = check.account("/account", posted.account());
    Requester requester = checks.requester(check, posted.requester());
    String description = check.text("/description", posted.description(), limits.maxDescription());
    check.done();
    return done(
        id,
        body,
        headers,
        of(
            Command.COMPLETE,
            (ticket, now) -> ticket.complete(account, requester, description, now)));
  }

  private Response withoutWords(
      String id, InputStream in, HttpHeaders headers, Instruction instruction) {
    byte[] body = reader.bytes(in);
    reader.readOptional(body, EmptyRequest.class);
    return done(id, body, headers, instruction);
  }

  private Response withReason(
      String id, InputStream in, HttpHeaders headers, Instruction instruction) {
    byte[] body = reader.bytes(in);
    ReasonRequest posted = reader.readOptional(body, ReasonRequest.class);
    InputCheck check = new InputCheck();
    String reason = check.text("/reason", posted.reason(), limits.maxReason());
    check.done();
    return done(id, body, headers, instruction.because(reason));
  }

  private Response done(String id, byte[] body, HttpHeaders headers, Instruction instruction) {
    return commands.done(id, body, headers, instruction);
  }
}
