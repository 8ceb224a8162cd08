package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.alert.Acknowledgement;
import dev.hourglass.notifier.alert.Alerts;
import dev.hourglass.rest.Bodies;
import dev.hourglass.rest.Parameters;
import dev.hourglass.rest.StrictQuery;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets somebody say that they take care of what an alert said (R22). */
@Path("/alerts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@StrictQuery
public class AlertsResource {

  private final Alerts alerts;
  private final Bodies bodies;

  AlertsResource(Alerts alerts, Bodies bodies) {
    this.alerts = alerts;
    this.bodies = bodies;
  }

  /** Acknowledges an alert; doing it again answers the same. */
  @POST
  @Path("/{alertId}/acknowledgement")
  @Operation(
      summary = "Take care of a warning, breach or escalation; its clock escalates no further")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = AcknowledgementRequest.class),
              example = "{\"by\": \"team-lead\"}"))
  @APIResponse(
      responseCode = "200",
      description = "The first acknowledgement of the alert",
      content = @Content(schema = @Schema(implementation = Acknowledgement.class)))
  @APIResponse(responseCode = "400", description = "The body is not JSON of the right form")
  @APIResponse(responseCode = "404", description = "No such alert")
  @APIResponse(responseCode = "422", description = "'by' is no role or post")
  public Acknowledgement acknowledge(
      @PathParam("alertId") @Parameter(example = "1b4e28ba-2fa1-31d2-883f-0016d3cca427")
          String alertId,
      InputStream body) {
    AcknowledgementRequest request = AcknowledgementRequest.read(bodies.text(bodies.bytes(body)));
    return Parameters.uuid(alertId)
        .flatMap(id -> alerts.acknowledge(id, request.by()))
        .orElseThrow(AlertsResource::unknown);
  }

  private static HttpProblem unknown() {
    return HttpProblem.builder()
        .withStatus(404)
        .withTitle("Unknown alert")
        .withDetail("No such alert was heard of, or it was forgotten")
        .build();
  }
}
