package dev.hourglass.prioritizer.rest;

import dev.hourglass.policy.edition.EditionDiff;
import dev.hourglass.policy.edition.EditionValidator;
import dev.hourglass.policy.yaml.ShippedEditions;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.prioritizer.edition.Editions.Summary;
import dev.hourglass.rest.StrictQuery;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The versions of the support policy. */
@Path("/editions")
@Tag(name = "Editions")
@StrictQuery
public class EditionsResource {

  private static final String YAML = "application/yaml";

  private final Editions editions;
  private final BodyReader body;
  private final Clock clock;

  @Inject
  public EditionsResource(Editions editions, BodyReader body, Clock clock) {
    this.editions = editions;
    this.body = body;
    this.clock = clock;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listEditions", summary = "All editions, the oldest first")
  public Map<String, List<Summary>> list() {
    return Map.of("items", editions.list(clock.instant()));
  }

  @GET
  @Path("/schema")
  @Produces("application/schema+json")
  @Operation(operationId = "getEditionSchema", summary = "The JSON Schema of an edition's document")
  public String schema() {
    return ShippedEditions.schema();
  }

  @GET
  @Path("/{before}/diff/{after}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "diffEditions",
      summary = "What differs between two editions, by section and key")
  public DiffJson diff(@PathParam("before") String before, @PathParam("after") String after) {
    return new DiffJson(
        before,
        after,
        EditionDiff.between(
            EditionDocuments.published(editions, before),
            EditionDocuments.published(editions, after)));
  }

  @GET
  @Path("/{id}")
  @Produces(YAML)
  @Operation(operationId = "getEdition", summary = "An edition as its authors wrote it")
  public String get(@PathParam("id") String id) {
    return Optional.of(id)
        .filter(each -> each.matches(EditionValidator.ID))
        .flatMap(editions::document)
        .orElseThrow(() -> Problems.notFound("There is no such edition."));
  }

  @POST
  @Consumes({YAML, "application/x-yaml", "text/yaml", "text/x-yaml"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "publishEdition",
      summary = "Publish an edition; it is checked whole and never changes afterwards")
  @RequestBodySchema(String.class)
  public Response publish(InputStream in) {
    String document = body.text(in);
    return EditionDocuments.publish(editions, document, clock.instant());
  }
}
