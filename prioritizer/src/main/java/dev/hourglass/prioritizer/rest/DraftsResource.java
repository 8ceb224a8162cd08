package dev.hourglass.prioritizer.rest;

import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.EditionDiff;
import dev.hourglass.policy.edition.EditionValidator;
import dev.hourglass.prioritizer.account.Problem;
import dev.hourglass.prioritizer.edition.Drafts;
import dev.hourglass.prioritizer.edition.Drafts.Draft;
import dev.hourglass.prioritizer.edition.Drafts.Storing;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.rest.StrictQuery;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Editions in the making: stored and replaced as they are, published once nothing is wrong. */
@Path("/drafts")
@Tag(name = "Editions")
@Produces(MediaType.APPLICATION_JSON)
@StrictQuery
public class DraftsResource {

  private final Drafts drafts;
  private final Editions editions;
  private final BodyReader body;
  private final Clock clock;

  @Inject
  public DraftsResource(Drafts drafts, Editions editions, BodyReader body, Clock clock) {
    this.drafts = drafts;
    this.editions = editions;
    this.body = body;
    this.clock = clock;
  }

  /** A draft in the list. */
  public record Item(String edition, Instant storedAt) {}

  @GET
  @Operation(operationId = "listDrafts", summary = "All drafts of editions, by id")
  public Map<String, List<Item>> list() {
    return Map.of(
        "items",
        drafts.list().stream().map(each -> new Item(each.edition(), each.storedAt())).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getDraft",
      summary = "A draft, its document and all that keeps it from being published")
  public DraftJson get(@PathParam("id") String id) {
    return DraftJson.of(find(id, drafts::find), true);
  }

  @GET
  @Path("/{id}/diff/{before}")
  @Operation(
      operationId = "diffDraft",
      summary = "What a draft would change in a published edition, by section and key")
  public DiffJson diff(@PathParam("id") String id, @PathParam("before") String before) {
    Edition after = EditionDocuments.read(find(id, drafts::find).document());
    Edition published = EditionDocuments.published(editions, before);
    return new DiffJson(before, id, EditionDiff.between(published, after));
  }

  @PUT
  @Path("/{id}")
  @Consumes({"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"})
  @Operation(
      operationId = "putDraft",
      summary = "Store a draft of an edition, right or wrong, or replace it; says what is wrong")
  @RequestBodySchema(String.class)
  public Response put(@PathParam("id") String id, InputStream in) {
    String document = body.text(in);
    String called = EditionDocuments.id(document);
    if (!id.matches(EditionValidator.ID) || !called.equals(id)) {
      throw Problems.unprocessable(
          "A draft is stored under the id of its edition.",
          List.of(Problem.of("/edition", "is the id in the path, as an edition may have it")));
    }
    Draft draft = new Draft(id, document, clock.instant());
    Storing storing = drafts.put(draft);
    if (storing == Storing.PUBLISHED) {
      throw EditionDocuments.differs(id);
    }
    if (storing == Storing.TOO_MANY) {
      throw Problems.conflict(
          "There are " + Drafts.MOST + " drafts; publish or throw away one of them.");
    }
    return Response.status(storing == Storing.NEW ? 201 : 200)
        .entity(DraftJson.of(draft, false))
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "deleteDraft", summary = "Throw a draft away")
  public void delete(@PathParam("id") String id) {
    if (!id.matches(EditionValidator.ID) || !drafts.remove(id)) {
      throw noDraft();
    }
  }

  @POST
  @Path("/{id}/publish")
  @Transactional
  @Operation(
      operationId = "publishDraft",
      summary = "Publish a draft as it stands; it is checked whole and never changes afterwards")
  public Response publish(@PathParam("id") String id) {
    Draft draft = find(id, drafts::lock);
    return EditionDocuments.publish(editions, draft.document(), clock.instant());
  }

  private static Draft find(String id, Function<String, Optional<Draft>> drafts) {
    return Optional.of(id)
        .filter(each -> each.matches(EditionValidator.ID))
        .flatMap(drafts)
        .orElseThrow(DraftsResource::noDraft);
  }

  private static HttpProblem noDraft() {
    return Problems.notFound("There is no such draft.");
  }
}
