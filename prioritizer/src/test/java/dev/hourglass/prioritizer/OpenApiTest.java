package dev.hourglass.prioritizer;

import static dev.hourglass.prioritizer.YamlRequests.sending;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class OpenApiTest {

  private static final Map<String, List<String>> STATUSES =
      Map.of(
          "putAccount", List.of("200", "201", "400", "409", "413", "415", "422"),
          "getAccountHistory", List.of("200", "400", "404"),
          "getAccount", List.of("200", "400", "404"),
          "listAccounts", List.of("200", "400"),
          "importAccounts", List.of("200", "400", "409", "413", "415", "422"),
          "listEditions", List.of("200", "400"),
          "getEdition", List.of("200", "400", "404"),
          "publishEdition", List.of("200", "201", "400", "409", "413", "415", "422"),
          "getEntitlements", List.of("200", "400"),
          "getPromise", List.of("200", "400", "404"));

  private static final Map<String, List<String>> EDITIONS =
      Map.of(
          "getEditionSchema", List.of("200", "400"),
          "diffEditions", List.of("200", "400", "404"),
          "listDrafts", List.of("200", "400"),
          "getDraft", List.of("200", "400", "404"),
          "diffDraft", List.of("200", "400", "404", "422"),
          "putDraft", List.of("200", "201", "400", "409", "413", "415", "422"),
          "deleteDraft", List.of("204", "400", "404"),
          "publishDraft", List.of("200", "201", "400", "404", "409", "422"));

  private JsonNode paths;

  @BeforeEach
  void readTheDocument() throws JsonProcessingException {
    String document =
        given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();
    paths = new JsonMapper().readTree(document).path("paths");
  }

  @Test
  void every_operation_has_a_summary_and_examples_and_its_refusals() {
    int operations = 0;
    for (JsonNode path : paths) {
      for (JsonNode operation : path) {
        String id = operation.path("operationId").asText();
        List<String> statuses = STATUSES.getOrDefault(id, EDITIONS.get(id));
        if (statuses == null) {
          continue;
        }
        operations++;
        assertThat(operation.path("summary").asText()).as(id).isNotBlank();
        assertThat(operation.path("responses").fieldNames())
            .toIterable()
            .as(id)
            .containsExactlyInAnyOrderElementsOf(statuses);
        operation.path("responses").fields().forEachRemaining(each -> answers(id, each));
        for (JsonNode media : operation.at("/requestBody/content")) {
          assertThat(media.has("example")).as(id).isTrue();
        }
        assertThat(operation.has("requestBody")).isEqualTo(statuses.contains("413"));
      }
    }
    assertThat(operations).isEqualTo(STATUSES.size() + EDITIONS.size());
  }

  private static void answers(String id, Map.Entry<String, JsonNode> response) {
    JsonNode content = response.getValue().path("content");
    assertThat(response.getValue().path("description").asText()).as(id).isNotBlank();
    assertThat(content.isEmpty())
        .as(id + response.getKey())
        .isEqualTo(response.getKey().equals("204"));
    content.forEach(media -> assertThat(media.has("example")).as(id).isTrue());
    if (response.getKey().startsWith("4")) {
      Iterator<String> types = content.fieldNames();
      assertThat(types).toIterable().as(id).containsExactly("application/problem+json");
      assertThat(content.at("/application~1problem+json/example/status").asText())
          .isEqualTo(response.getKey());
    }
  }

  @Test
  void the_examples_work_as_printed() {
    sending("application/json", example("/accounts/{number}", "put", "application~1json"))
        .put("/accounts/A-1001")
        .then()
        .statusCode(201);
    ValidatableResponse report =
        sending("text/csv", example("/accounts/import", "post", "text~1csv"))
            .post("/accounts/import")
            .then()
            .statusCode(200);
    assertThat(report.extract().jsonPath().getList("refused")).isEmpty();
    for (String type : List.of("application/yaml", "text/yaml")) {
      ValidatableResponse published =
          sending(type, example("/editions", "post", type.replace("/", "~1")))
              .post("/editions")
              .then();
      assertThat(published.extract().statusCode()).isIn(200, 201);
    }
  }

  private String example(String path, String method, String type) {
    JsonNode example =
        paths.path(path).path(method).at("/requestBody/content/" + type + "/example");
    return example.isTextual() ? example.textValue() : example.toString();
  }
}
