package dev.hourglass.ticketintake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.ticketintake.rest.Api;
import dev.hourglass.ticketintake.rest.ApiTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "ticket_intake"))
class OpenApiTest extends ApiTest {

  private static final int OPERATIONS = 15;

  @Test
  void every_operation_has_a_summary_and_examples_and_its_refusals() {
    JsonNode paths = api.get("/q/openapi?format=json").is(200).json().path("paths");

    int operations = 0;
    for (JsonNode path : paths) {
      for (JsonNode operation : path) {
        if (!operation.has("operationId") || !operation.has("tags")) {
          continue;
        }
        operations++;
        assertThat(operation.path("summary").asText()).as(operation.toString()).isNotBlank();
        for (JsonNode response : operation.path("responses")) {
          for (JsonNode media : response.path("content")) {
            assertThat(media.has("example")).as(operation.toString()).isTrue();
          }
        }
        if (operation.has("requestBody")) {
          assertThat(operation.at("/requestBody/content/application~1json/example").isObject())
              .as(operation.toString())
              .isTrue();
          assertThat(operation.path("responses").has("422")).isTrue();
          assertThat(operation.path("parameters").toString()).contains("Idempotency-Key");
        }
      }
    }
    assertThat(operations).isEqualTo(OPERATIONS);
  }

  @Test
  void the_examples_work_as_printed() {
    JsonNode paths = api.get("/q/openapi?format=json").is(200).json().path("paths");

    UUID id = api.postTicket(example(paths, "")).is(201).id();
    api.command(id, "replies", example(paths, "/{id}/replies")).is(201);
    api.command(id, "resume", example(paths, "/{id}/resume")).is(200);
    api.command(id, "pause", example(paths, "/{id}/pause")).is(200);
    api.command(id, "priority", example(paths, "/{id}/priority")).is(200);
    api.command(id, "restore", example(paths, "/{id}/restore")).is(200);
    api.command(id, "solve", example(paths, "/{id}/solve")).is(200);
    api.command(id, "reopen", example(paths, "/{id}/reopen")).is(200);
    api.command(id, "solve", example(paths, "/{id}/solve")).is(200);
    api.command(id, "close", example(paths, "/{id}/close")).is(200);
    api.command(api.aTicket(), "cancel", example(paths, "/{id}/cancel")).is(200);
    UUID another = api.aTicket();
    api.command(another, "deadline", example(paths, "/{id}/deadline")).is(200);
    String merge = example(paths, "/{id}/merge");
    JsonNode intoNobody = api.command(another, "merge", merge).is(422).json();
    assertThat(intoNobody.at("/errors/0/message").asText()).contains("exists");
    UUID improper = api.postTicket(Api.IMPROPER).is(201).id();
    api.command(improper, "complete", example(paths, "/{id}/complete")).is(200);
  }

  @Test
  void an_operator_sees_health_and_numbers() {
    api.aTicket();
    api.get("/tickets/none").is(404);

    assertThat(api.get("/q/health/ready").is(200).body()).contains("Database connections");
    assertThat(api.get("/q/health/live").status()).isEqualTo(200);
    assertThat(api.get("/q/metrics").is(200).body())
        .contains(
            "ticket_intake_tickets_created_total{channel=\"WEB\"",
            "http_refusals_total{status=\"404\"",
            "outbox_unpublished",
            "outbox_oldest_unpublished_seconds");
    assertThat(api.get("/q/swagger-ui/").status()).isEqualTo(200);
  }

  private static String example(JsonNode paths, String path) {
    return paths
        .path("/tickets" + path)
        .at("/post/requestBody/content/application~1json/example")
        .toString();
  }
}
