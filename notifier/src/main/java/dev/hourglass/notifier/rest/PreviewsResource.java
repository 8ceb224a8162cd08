package dev.hourglass.notifier.rest;

import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.TextsWiring;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.preview.Preview;
import dev.hourglass.notifier.preview.Previews;
import dev.hourglass.notifier.preview.Sample;
import dev.hourglass.rest.Pages;
import dev.hourglass.rest.Parameters;
import dev.hourglass.rest.StrictQuery;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows every message in every language, with made-up data, before a customer gets it. */
@Path("/previews")
@Tag(name = "Previews")
@StrictQuery
public class PreviewsResource {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";

  /** Mails carry their style in place; they run nothing, send nothing and fetch nothing. */
  private static final String NOTHING_BUT_STYLE =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; sandbox";

  private final Previews previews;
  private final TextsWiring texts;
  private final NotifierConfig config;

  PreviewsResource(Previews previews, TextsWiring texts, NotifierConfig config) {
    this.previews = previews;
    this.texts = texts;
    this.config = config;
  }

  /** How a message is shown. */
  public enum Format {
    HTML,
    TEXT
  }

  /** The templates, checked when the service is built. */
  @CheckedTemplate(basePath = "preview")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance index(
        List<Preview> previews, List<Language> languages, List<String> problems, String nonce);
  }

  /** The page that links to all of them. */
  @GET
  @Operation(summary = "Every message in every language, as links")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content = @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "Previews are switched off")
  public Response index() {
    refuseIfOff();
    return Pages.page(
            200,
            nonce ->
                Templates.index(previews.all(), List.of(Language.values()), texts.refused(), nonce)
                    .render())
        .type(HTML)
        .build();
  }

  /** One message. */
  @GET
  @Path("/{message}")
  @Operation(summary = "One message as it would be sent, with made-up data")
  @APIResponse(
      responseCode = "200",
      description = "The message",
      content = {
        @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = TEXT, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  @APIResponse(responseCode = "404", description = "No such message, or previews are switched off")
  public Response show(
      @PathParam("message") @Parameter(example = "confirmation") String message,
      @QueryParam("language") @Parameter(example = "de") @Nullable String language,
      @QueryParam("format") @Parameter(example = "html") @Nullable String format,
      @QueryParam("sample") @Parameter(example = "urgent") @Nullable String sample) {
    refuseIfOff();
    Preview preview = previews.find(message).orElseThrow(NotFoundException::new);
    Parameters parameters = new Parameters();
    Language in = parameters.value("language", upper(language), Language.class);
    Format as = parameters.value("format", upper(format), Format.class);
    String of = sample == null ? preview.samples().get(0) : sample;
    if (!preview.samples().contains(of)) {
      parameters.wrong("sample", "must be one of " + String.join(", ", preview.samples()));
    }
    parameters.refuseIfWrong();
    Sample written = preview.sample(in == null ? Language.EN : in, of);
    boolean text = as == Format.TEXT && written.text() != null;
    return Response.ok(
            text ? "Subject: " + written.subject() + "\n\n" + written.text() : written.html())
        .type(text ? TEXT : HTML)
        .header("Content-Security-Policy", NOTHING_BUT_STYLE)
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex")
        .build();
  }

  private void refuseIfOff() {
    if (!config.preview().enabled()) {
      throw new NotFoundException();
    }
  }

  private static @Nullable String upper(@Nullable String text) {
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }
}
