package dev.hourglass.notifier.rest;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.notifier.AlertConfig;
import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.delivery.AddressBook;
import dev.hourglass.notifier.subscription.AlertTarget;
import dev.hourglass.notifier.subscription.SubscriptionDraft;
import dev.hourglass.notifier.subscription.Subscriptions;
import dev.hourglass.notifier.webhook.WebhookAddresses;
import dev.hourglass.rest.Bodies;
import dev.hourglass.rest.Parameters;
import dev.hourglass.rest.StrictQuery;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets operations teams say which alerts they want, and where. */
@Path("/subscriptions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
@StrictQuery
public class SubscriptionsResource {

  private static final int LARGEST_PAGE = 200;
  private static final int LAST_PAGE = 100_000;
  private static final String AN_ID = "0193a2b4-7c1e-7d52-9c0e-3f5a1b2c4d6e";

  private final Subscriptions subscriptions;
  private final AddressBook addresses;
  private final WebhookAddresses urls;
  private final AlertConfig config;
  private final Bodies bodies;

  SubscriptionsResource(
      Subscriptions subscriptions,
      AddressBook addresses,
      WebhookAddresses urls,
      NotifierConfig config,
      Bodies bodies) {
    this.subscriptions = subscriptions;
    this.addresses = addresses;
    this.urls = urls;
    this.config = config.alert();
    this.bodies = bodies;
  }

  /** Makes a subscription. */
  @POST
  @Operation(summary = "Subscribe to alerts; the answer shows a webhook's secret once")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionForm.class),
              examples = {
                @ExampleObject(name = "mail", value = SubscriptionExamples.MAIL),
                @ExampleObject(name = "webhook", value = SubscriptionExamples.WEBHOOK)
              }))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = SubscriptionJson.class)))
  @APIResponse(responseCode = "400", description = "The body is not JSON of the right form")
  @APIResponse(responseCode = "422", description = "A rule does not hold, which is named")
  public Response make(InputStream body) {
    Subscriptions.Made made =
        StrictJson.read(
            text(body),
            SubscriptionForm.class,
            form -> subscriptions.make(checked(form.draft()), backfill(form.backfillDays())));
    URI location = URI.create("/subscriptions/" + made.sheet().subscription().id());
    SubscriptionJson answer = SubscriptionJson.of(made.sheet(), made.secret().orElse(null));
    return Response.created(location).entity(answer).build();
  }

  /** The subscriptions, latest first. */
  @GET
  @Operation(summary = "Subscriptions, latest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of subscriptions",
      content = @Content(schema = @Schema(implementation = SubscriptionJson.Page.class)))
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  public SubscriptionJson.Page list(
      @QueryParam("page") @Parameter(example = "0") @Nullable String page,
      @QueryParam("size") @Parameter(example = "20") @Nullable String size) {
    Parameters parameters = new Parameters();
    int at = parameters.number("page", page, 0, LAST_PAGE, 0);
    int many = parameters.number("size", size, 1, LARGEST_PAGE, 20);
    parameters.refuseIfWrong();
    return SubscriptionJson.Page.of(subscriptions.page(at, many));
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One subscription; never its secret")
  @APIResponse(
      responseCode = "200",
      description = "The subscription",
      content = @Content(schema = @Schema(implementation = SubscriptionJson.class)))
  @APIResponse(responseCode = "404", description = "No such subscription")
  public SubscriptionJson find(@PathParam("id") @Parameter(example = AN_ID) String id) {
    return SubscriptionJson.of(
        subscriptions.find(known(id)).orElseThrow(SubscriptionsResource::unknown), null);
  }

  /** Replaces one. */
  @PUT
  @Path("/{id}")
  @Operation(summary = "Replace a subscription, pause it or go on; the secret stays")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionForm.class),
              example = SubscriptionExamples.WEBHOOK))
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content = @Content(schema = @Schema(implementation = SubscriptionJson.class)))
  @APIResponse(responseCode = "400", description = "The body is not JSON of the right form")
  @APIResponse(responseCode = "404", description = "No such subscription")
  @APIResponse(responseCode = "422", description = "A rule does not hold, which is named")
  public SubscriptionJson change(
      @PathParam("id") @Parameter(example = AN_ID) String id, InputStream body) {
    UUID known = known(id);
    return StrictJson.read(
        text(body),
        SubscriptionForm.class,
        form -> {
          rule(form.backfillDays() == null, "'backfillDays' stands where a subscription is made");
          return subscriptions
              .change(known, checked(form.draft()))
              .map(sheet -> SubscriptionJson.of(sheet, null))
              .orElseThrow(SubscriptionsResource::unknown);
        });
  }

  /** Deletes one. */
  @DELETE
  @Path("/{id}")
  @Operation(summary = "Delete a subscription; what waits for it is withdrawn")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "404", description = "No such subscription")
  public void delete(@PathParam("id") @Parameter(example = AN_ID) String id) {
    if (!subscriptions.delete(known(id))) {
      throw unknown();
    }
  }

  /** The new secret. */
  @Schema(name = "WebhookSecret")
  record Secret(String secret) {}

  /** Changes the secret. */
  @POST
  @Path("/{id}/secret")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Another secret for a webhook; for some time both sign")
  @APIResponse(
      responseCode = "200",
      description = "The new secret, shown once",
      content =
          @Content(
              schema = @Schema(implementation = Secret.class),
              example = SubscriptionExamples.SECRET))
  @APIResponse(responseCode = "404", description = "No such subscription")
  @APIResponse(responseCode = "422", description = "It goes by mail and signs nothing")
  public Secret rotate(@PathParam("id") @Parameter(example = AN_ID) String id) {
    UUID known = known(id);
    return StrictJson.ruled(
        () ->
            subscriptions
                .rotate(known, config.secretOverlap())
                .map(Secret::new)
                .orElseThrow(SubscriptionsResource::unknown));
  }

  /** From when to when; half open. */
  @Schema(name = "ReplaySpan")
  record Span(Instant from, @Nullable Instant to) {}

  /** How many alerts are sent again. */
  @Schema(name = "Replayed")
  record Replayed(int alerts) {}

  /** Sends what a webhook wants of some time once more. */
  @POST
  @Path("/{id}/replay")
  @Operation(summary = "Send a webhook again what it wants of a time, under the same webhook-id")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Span.class),
              example = SubscriptionExamples.REPLAY))
  @APIResponse(
      responseCode = "202",
      description = "How many alerts are sent again",
      content = @Content(schema = @Schema(implementation = Replayed.class)))
  @APIResponse(responseCode = "400", description = "The body is not JSON of the right form")
  @APIResponse(responseCode = "404", description = "No such subscription")
  @APIResponse(responseCode = "422", description = "Not a webhook, paused, or too many alerts")
  public Response replay(@PathParam("id") @Parameter(example = AN_ID) String id, InputStream body) {
    UUID known = known(id);
    return StrictJson.read(
        text(body),
        Span.class,
        span -> {
          Instant from = required(span.from(), "from");
          Instant to = span.to() == null ? Instant.parse("9999-12-31T00:00:00Z") : span.to();
          rule(from.isBefore(to), "'from' is before 'to'");
          Subscriptions.Replay replay =
              subscriptions.replay(known, from, to).orElseThrow(SubscriptionsResource::unknown);
          rule(!replay.tooMany(), "a replay has " + replay.alerts() + " alerts at most");
          return Response.accepted(new Replayed(replay.alerts())).build();
        });
  }

  private SubscriptionDraft checked(SubscriptionDraft draft) {
    if (draft.target() instanceof AlertTarget.Webhook webhook) {
      urls.check(webhook);
    } else if (draft.target() instanceof AlertTarget.Mailboxes mail) {
      for (String address : mail.addresses()) {
        rule(
            addresses.objection(address).isEmpty(),
            "'addresses' are mail addresses of people, and none of ours");
      }
    }
    return draft;
  }

  private Duration backfill(@Nullable Integer days) {
    int back = days == null ? 0 : days;
    int most = Math.toIntExact(config.backfillLongest().toDays());
    rule(back >= 0 && back <= most, "'backfillDays' is 0 to " + most);
    return Duration.ofDays(back);
  }

  private String text(InputStream body) {
    return bodies.text(bodies.bytes(body));
  }

  private static UUID known(String id) {
    return Parameters.uuid(id).orElseThrow(SubscriptionsResource::unknown);
  }

  private static HttpProblem unknown() {
    return HttpProblem.builder()
        .withStatus(404)
        .withTitle("Unknown subscription")
        .withDetail("There is no such subscription")
        .build();
  }
}
