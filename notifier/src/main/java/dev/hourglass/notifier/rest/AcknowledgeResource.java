package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.alert.AcknowledgeLinks;
import dev.hourglass.notifier.alert.AcknowledgeSheet;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.mail.OwnWords;
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
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The page behind the link in an alert's mail. Mail scanners follow links, so GET and HEAD only
 * show; POST records (R22, R25).
 */
@Path("/acknowledge/{token}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Alerts")
public class AcknowledgeResource {

  private static final int UNKNOWN = 404;
  private static final int GONE = 410;
  private static final int UNPROCESSABLE = 422;
  private static final int LONGEST_ECHO = 40;

  private final AcknowledgeLinks links;
  private final AcknowledgePages pages;

  AcknowledgeResource(AcknowledgeLinks links, NotifierConfig config, OwnWords words) {
    this.links = links;
    this.pages = new AcknowledgePages(config.mail().name(), words);
  }

  /** Shows the alert; records nothing. */
  @GET
  @Operation(summary = "What an alert says and who takes care of it; shows only")
  @APIResponse(responseCode = "200", description = "The page")
  @APIResponse(responseCode = "404", description = "Not a link of ours")
  @APIResponse(responseCode = "410", description = "Expired")
  public Response look(
      @PathParam("token") String token,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    return answer(
        links.look(token),
        accepted,
        sheet -> page(200, nonce -> pages.form(sheet, sheet.by(), false, nonce)));
  }

  /** What the form of the page sends. */
  @Schema(name = "AcknowledgeForm")
  public record Answer(String by) {}

  /** Records who takes care of it. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Take care of the alert; the first one counts")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Answer.class),
              example = "by=team-lead"))
  @APIResponse(responseCode = "200", description = "Recorded; the page says who was first")
  @APIResponse(responseCode = "400", description = "The body is not a form")
  @APIResponse(responseCode = "404", description = "Not a link of ours")
  @APIResponse(responseCode = "410", description = "Expired")
  @APIResponse(responseCode = "422", description = "Not a role or post")
  public Response take(
      @PathParam("token") String token,
      String body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    String field = Form.of(body).field("by");
    String by = field == null ? "" : field;
    try {
      return answer(
          links.take(token, by), accepted, sheet -> page(200, nonce -> pages.thanks(sheet, nonce)));
    } catch (IllegalArgumentException e) {
      String echo = by.length() > LONGEST_ECHO ? by.substring(0, LONGEST_ECHO) : by;
      return answer(
          links.look(token),
          accepted,
          sheet -> page(UNPROCESSABLE, nonce -> pages.form(sheet, echo, true, nonce)));
    }
  }

  private Response answer(
      Optional<AcknowledgeSheet> sheet,
      @Nullable String accepted,
      Function<AcknowledgeSheet, Response> open) {
    if (sheet.isEmpty()) {
      Language language = Language.accepted(accepted);
      return page(UNKNOWN, nonce -> pages.closed(false, language, nonce));
    }
    return sheet.get().ended()
        ? page(GONE, nonce -> pages.closed(true, sheet.get().language(), nonce))
        : open.apply(sheet.get());
  }

  /** The link is a capability: it must not leak by referrer, cache, frame or search engine. */
  private static Response page(int status, Function<String, String> writing) {
    return SurveyPages.page(status, writing);
  }
}
