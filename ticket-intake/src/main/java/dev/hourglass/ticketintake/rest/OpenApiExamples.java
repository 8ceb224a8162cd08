package dev.hourglass.ticketintake.rest;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to the OpenAPI document what all operations share, and an example of each: here and not as
 * annotations, so that the resources stay readable.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class OpenApiExamples implements OASFilter {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROBLEM = "application/problem+json";

  private static final Map<String, String> REQUESTS =
      Map.ofEntries(
          entry("log", ExampleTexts.NEW_TICKET),
          entry("reply", ExampleTexts.NEW_REPLY),
          entry("pause", "{\"reason\":\"WAITING_CUSTOMER\"}"),
          entry("resume", "{}"),
          entry("restore", "{}"),
          entry("solve", "{}"),
          entry("reopen", "{\"reason\":\"It happened again\"}"),
          entry("close", "{}"),
          entry("priority", "{\"priority\":\"P1\",\"reason\":\"Their launch is tonight\"}"),
          entry("deadline", ExampleTexts.DEADLINE),
          entry("cancel", "{\"reason\":\"Opened twice\"}"),
          entry("merge", ExampleTexts.MERGE),
          entry("complete", ExampleTexts.COMPLETION));

  @Override
  public Operation filterOperation(Operation operation) {
    String id = operation.getOperationId();
    if (id == null || operation.getTags() == null) {
      return operation;
    }
    answers(operation, id);
    if (operation.getRequestBody() != null) {
      String request = REQUESTS.get(id);
      operation
          .getRequestBody()
          .getContent()
          .getMediaTypes()
          .values()
          .forEach(media -> media.setExample(json(request)));
      operation.addParameter(idempotencyKey());
      problem(operation, "413", "The body is too large", ExampleTexts.TOO_LARGE);
      problem(operation, "415", "The body is not application/json", ExampleTexts.NOT_JSON);
      problem(operation, "422", "Well-formed, but the content is not right", ExampleTexts.INVALID);
    }
    return operation;
  }

  private static void answers(Operation operation, String id) {
    String answer = id.equals("list") ? ExampleTexts.PAGE : ExampleTexts.TICKET;
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              response.setDescription(id.equals("list") ? "One page of tickets" : "The ticket");
              if (response.getContent() != null) {
                response
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> media.setExample(json(answer)));
              }
            });
    if (!id.equals("get")) {
      problem(operation, "400", "Not readable: JSON, types, names, values", ExampleTexts.MALFORMED);
    }
    if (!id.equals("log") && !id.equals("list")) {
      problem(operation, "404", "There is no such ticket", ExampleTexts.UNKNOWN);
    }
    if (!id.equals("log") && !id.equals("list") && !id.equals("get")) {
      problem(operation, "409", "The state does not allow it", ExampleTexts.REFUSED);
    }
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name(Idempotency.KEY)
        .in(Parameter.In.HEADER)
        .description(
            "The same key with the same body gets the same answer again, with the header"
                + " Idempotency-Replayed, and nothing is done twice")
        .schema(
            OASFactory.createSchema()
                .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING))
        .example("2f1c6f0e-6f1b-4d0e-9d55-0f6a3f1f7a10");
  }

  private static void problem(
      Operation operation, String status, String description, String example) {
    MediaType media = OASFactory.createMediaType().example(json(example));
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(description)
            .content(OASFactory.createContent().addMediaType(PROBLEM, media));
    operation.getResponses().addAPIResponse(status, response);
  }

  private static Object json(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an example is not JSON", e);
    }
  }
}
