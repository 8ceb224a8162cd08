package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.mail.OwnWords;
import dev.hourglass.notifier.survey.SurveySheet;
import dev.hourglass.notifier.survey.SurveySheet.Standing;
import dev.hourglass.notifier.survey.Surveys;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Where whoever wants no more surveys says so: by the button of the page, or by one click of a mail
 * program, which posts without showing it (RFC 8058). Links are followed by machines too, so GET
 * and HEAD only show.
 */
@Path("/survey/{token}/unsubscribe")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Survey")
public class UnsubscribeResource {

  private final Surveys surveys;
  private final SurveyPages pages;

  UnsubscribeResource(Surveys surveys, NotifierConfig config, OwnWords words) {
    this.surveys = surveys;
    this.pages = new SurveyPages(config.mail().name(), words);
  }

  /** Shows the button; records nothing. Also when the survey has ended. */
  @GET
  @Operation(summary = "The page for whoever wants no more surveys; shows only")
  @APIResponse(responseCode = "200", description = "The page")
  @APIResponse(responseCode = "404", description = "Not a link of ours")
  public Response look(
      @PathParam("token") String token,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    SurveySheet sheet = surveys.look(token);
    return sheet.standing() == Standing.UNKNOWN
        ? pages.closed(sheet, accepted)
        : pages.page(200, nonce -> pages.unsubscribe(sheet, nonce));
  }

  /** Records it, whatever the body says; mail programs send theirs in more than one form. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "No more surveys to the address of that mail",
      description = "The one click of RFC 8058; the body is not read.")
  @APIResponse(responseCode = "200", description = "Recorded")
  @APIResponse(responseCode = "404", description = "Not a link of ours")
  @APIResponse(responseCode = "410", description = "The address has been forgotten")
  public Response unsubscribe(
      @PathParam("token") String token,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    SurveySheet sheet = surveys.unsubscribe(token);
    return sheet.isUnsubscribed()
        ? pages.page(200, nonce -> pages.unsubscribed(sheet, nonce))
        : pages.closed(sheet, accepted);
  }
}
