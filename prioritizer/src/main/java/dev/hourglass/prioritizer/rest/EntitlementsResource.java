package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.prioritizer.account.AccountCheck;
import dev.hourglass.prioritizer.entitlement.EntitlementAnswer;
import dev.hourglass.prioritizer.entitlement.Entitlements;
import dev.hourglass.prioritizer.entitlement.Inquiry;
import dev.hourglass.rest.Parameters;
import dev.hourglass.rest.StrictQuery;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What somebody may use, for front ends that ask before a ticket is posted. */
@Path("/entitlements")
@Tag(name = "Entitlements")
@Produces(MediaType.APPLICATION_JSON)
@StrictQuery
public class EntitlementsResource {

  private final Entitlements entitlements;
  private final Clock clock;

  @Inject
  public EntitlementsResource(Entitlements entitlements, Clock clock) {
    this.entitlements = entitlements;
    this.clock = clock;
  }

  /** The answer never repeats what was sent: neither the address nor the number. */
  @GET
  @Operation(
      operationId = "getEntitlements",
      summary = "Which channels somebody may use, where to turn instead, what they are promised")
  @APIResponseSchema(value = EntitlementAnswer.class, responseCode = "200")
  public String get(
      @Parameter(description = "Its number; one that nobody knows counts as Basic")
          @QueryParam("account")
          String account,
      @Parameter(description = "The requester's address") @QueryParam("email") String email,
      @Parameter(
              description = "As the requester states it, where the account does not list them",
              schema = @Schema(implementation = Role.class))
          @QueryParam("role")
          String role,
      @Parameter(
              description = "Missing: all of them",
              schema = @Schema(implementation = Channel.class))
          @QueryParam("channel")
          String channel,
      @Parameter(description = "Missing: both", schema = @Schema(implementation = Queue.class))
          @QueryParam("queue")
          String queue)
      throws JsonProcessingException {
    Parameters parameters = new Parameters();
    Inquiry inquiry =
        new Inquiry(
            account != null && account.strip().matches(AccountCheck.NUMBER)
                ? account.strip()
                : null,
            email,
            parameters.value("role", role, Role.class),
            oneOrAll(parameters.value("channel", channel, Channel.class), Channel.class),
            oneOrAll(parameters.value("queue", queue, Queue.class), Queue.class));
    parameters.refuseIfWrong();
    return EventJson.mapper().writeValueAsString(entitlements.answer(inquiry, clock.instant()));
  }

  private static <E extends Enum<E>> List<E> oneOrAll(@Nullable E one, Class<E> type) {
    return one == null ? List.of(type.getEnumConstants()) : List.of(one);
  }
}
