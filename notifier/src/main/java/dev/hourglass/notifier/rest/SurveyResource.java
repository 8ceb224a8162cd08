package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.mail.OwnWords;
import dev.hourglass.notifier.survey.Comment;
import dev.hourglass.notifier.survey.Level;
import dev.hourglass.notifier.survey.SurveySheet;
import dev.hourglass.notifier.survey.Surveys;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The survey page. Mail scanners and previews follow links, so GET and HEAD only show; POST records
 * (R25).
 */
@Path("/survey/{token}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Survey")
public class SurveyResource {

  private static final int UNPROCESSABLE = 422;

  private final Surveys surveys;
  private final SurveyPages pages;

  SurveyResource(Surveys surveys, NotifierConfig config, OwnWords words) {
    this.surveys = surveys;
    this.pages = new SurveyPages(config.mail().name(), words);
  }

  /** Shows the survey; records nothing. */
  @GET
  @Operation(summary = "The survey page; shows only")
  @APIResponse(responseCode = "200", description = "The page")
  @APIResponse(responseCode = "404", description = "Not a link of ours")
  @APIResponse(responseCode = "410", description = "Expired, or the ticket was opened again")
  public Response look(
      @PathParam("token") String token,
      @QueryParam("level") @Nullable String level,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    SurveySheet sheet = surveys.look(token);
    if (!sheet.isOpen()) {
      return pages.closed(sheet, accepted);
    }
    Level proposed = level(level);
    SurveySheet filled = proposed == null ? sheet : sheet.with(proposed, sheet.comment());
    return pages.page(200, nonce -> pages.form(filled, List.of(), nonce));
  }

  /** What the form of the page sends. */
  @Schema(name = "SurveyAnswer")
  public record Answer(int level, @Nullable String comment) {}

  /** Records the answer. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Records level (1 to 5) and comment")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Answer.class),
              example = "level=4&comment=Thank+you"))
  @APIResponse(responseCode = "200", description = "Recorded")
  @APIResponse(responseCode = "400", description = "The body is not a form")
  @APIResponse(responseCode = "404", description = "Not a link of ours")
  @APIResponse(responseCode = "410", description = "Expired, or the ticket was opened again")
  @APIResponse(responseCode = "422", description = "No level, or too long a comment")
  public Response answer(
      @PathParam("token") String token,
      String body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    Form form = Form.of(body);
    Level chosen = level(form.field("level"));
    String tidied = Comment.tidied(form.field("comment"));
    List<SurveyPages.Problem> problems = new ArrayList<>();
    if (chosen == null) {
      problems.add(SurveyPages.Problem.LEVEL);
    }
    if (Comment.isTooLong(tidied)) {
      problems.add(SurveyPages.Problem.COMMENT);
    }
    if (!problems.isEmpty()) {
      return again(token, chosen, tidied, problems, accepted);
    }
    SurveySheet sheet = surveys.answer(token, chosen, tidied);
    return sheet.isOpen()
        ? pages.page(200, nonce -> pages.thanks(sheet, nonce))
        : pages.closed(sheet, accepted);
  }

  private Response again(
      String token,
      @Nullable Level chosen,
      @Nullable String comment,
      List<SurveyPages.Problem> problems,
      @Nullable String accepted) {
    SurveySheet sheet = surveys.look(token);
    if (!sheet.isOpen()) {
      return pages.closed(sheet, accepted);
    }
    SurveySheet filled = sheet.with(chosen, comment);
    return pages.page(UNPROCESSABLE, nonce -> pages.form(filled, problems, nonce));
  }

  private static @Nullable Level level(@Nullable String text) {
    return text != null && text.matches("[1-5]") ? Level.of(Integer.parseInt(text)) : null;
  }
}
