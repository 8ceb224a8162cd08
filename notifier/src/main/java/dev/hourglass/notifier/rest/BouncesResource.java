package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.bounce.Bounces;
import dev.hourglass.notifier.bounce.Notice;
import dev.hourglass.notifier.mail.Notices;
import dev.hourglass.rest.Bodies;
import dev.hourglass.rest.StrictQuery;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes notices of delivery from a mail gateway; there only where a secret is configured. */
@Path("/bounces")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
@StrictQuery
public class BouncesResource {

  private static final String BEARER = "Bearer ";
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;

  private final Bounces bounces;
  private final Bodies bodies;
  private final NotifierConfig config;

  BouncesResource(Bounces bounces, Bodies bodies, NotifierConfig config) {
    this.bounces = bounces;
    this.bodies = bodies;
    this.config = config;
  }

  /** Hears a notice of delivery; hearing it again answers the same or KNOWN. */
  @POST
  @Consumes("message/rfc822")
  @Operation(
      summary = "Tell that a mail came back: the notice of delivery (RFC 3464) as it arrived")
  @APIResponse(responseCode = "202", description = "Heard")
  @APIResponse(responseCode = "401", description = "Not the secret that is configured")
  @APIResponse(responseCode = "404", description = "Not about a delivery of ours, or not enabled")
  @APIResponse(responseCode = "422", description = "No notice of delivery")
  public Response hear(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(example = "Bearer …")
          @Nullable String authorization,
      InputStream body) {
    String secret = config.bounce().secret().orElse(null);
    if (secret == null) {
      throw problem(NOT_FOUND, "Not enabled", "No secret is configured for notices of delivery");
    }
    if (!matches(authorization, secret)) {
      throw problem(UNAUTHORIZED, "Not authorized", "The secret is not the one that is configured");
    }
    Notice notice =
        Notices.read(bodies.bytes(body))
            .orElseThrow(
                () -> problem(UNPROCESSABLE, "No notice", "The mail is no notice of delivery"));
    Bounces.Heard heard = bounces.hear(notice);
    if (heard == Bounces.Heard.UNKNOWN) {
      throw problem(NOT_FOUND, "Unknown delivery", "The notice is about no delivery of ours");
    }
    return Response.accepted(new Hearing(heard)).build();
  }

  /** What came of a notice. */
  public record Hearing(Bounces.Heard heard) {}

  private static boolean matches(@Nullable String authorization, String secret) {
    String given = authorization == null ? "" : authorization;
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), (BEARER + secret).getBytes(StandardCharsets.UTF_8));
  }

  private static HttpProblem problem(int status, String title, String detail) {
    return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail).build();
  }
}
