package dev.hourglass.notifier;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class SubscriptionsTest {

  private static final String MAIL =
      """
      {"name": "Team leads",
       "filter": {"accounts": ["nobody's"], "priorities": ["P1", "P2"], "kinds": ["SlaBreached"]},
       "mail": {"addresses": ["lead@ops.example"], "language": "da",
                "timeZone": "Europe/Copenhagen",
                "quietHours": {"intervals": [{"days": ["SUNDAY"], "from": "00:00", "to": "00:00"}]}}}
      """;

  @Test
  void aSubscriptionIsMadeShownReplacedAndDeleted() {
    Response made = AlertFixtures.post(MAIL);
    assertThat(made.statusCode()).isEqualTo(201);
    String path = "/subscriptions/" + made.path("id");
    assertThat(made.header("Location")).endsWith(path);
    Response shown = get(path);
    assertThat(shown.<String>path("mail.language")).isEqualTo("da");
    assertThat(shown.<List<String>>path("filter.priorities")).containsExactly("P1", "P2");
    assertThat(shown.<String>path("mail.quietHours.timeZone")).isEqualTo("Europe/Copenhagen");
    assertThat(shown.<Boolean>path("mail.quietHours.exceptP1")).isTrue();
    assertThat(shown.asString()).doesNotContain("null", "secret");

    Response changed = put(path, MAIL.replace("Team leads", "Night shift"));
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(get(path).<String>path("name")).isEqualTo("Night shift");
    assertThat(get("/subscriptions?size=200").<List<String>>path("items.id"))
        .contains(made.<String>path("id"));

    assertThat(given().delete(path).statusCode()).isEqualTo(204);
    assertThat(get(path).statusCode()).isEqualTo(404);
    assertThat(given().delete(path).statusCode()).isEqualTo(404);
    assertThat(put(path, MAIL).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("a subscription that is shown can be posted again as it is")
  void roundTrip() {
    Response made = AlertFixtures.post(MAIL);
    Response shown = get("/subscriptions/" + made.path("id"));
    String form =
        "{\"name\": \"Copy\", \"filter\": %s, \"mail\": %s}"
            .formatted(json(shown, "filter"), json(shown, "mail"));
    Response copy = AlertFixtures.post(form);
    assertThat(copy.statusCode()).as(copy.asString()).isEqualTo(201);
    assertThat(json(copy, "filter")).isEqualTo(json(shown, "filter"));
    assertThat(json(copy, "mail")).isEqualTo(json(shown, "mail"));
  }

  @Test
  void whatGoesByMailSignsNothingIsNotReplayedAndStaysMail() {
    String path = "/subscriptions/" + AlertFixtures.post(MAIL).path("id");
    assertThat(given().post(path + "/secret").statusCode()).isEqualTo(422);
    Response replay =
        given()
            .contentType("application/json")
            .body("{\"from\": \"2026-11-22T00:00:00Z\"}")
            .post(path + "/replay");
    assertThat(replay.statusCode()).isEqualTo(422);
    assertThat(
            put(path, "{\"name\": \"Hook\", \"webhook\": {\"url\": \"https://127.0.0.1/\"}}")
                .statusCode())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| 400| JSON",
        "[]| 400| JSON object",
        "null| 400| JSON object",
        "{\"name\": \"a\", \"name\": \"b\"}| 400| JSON",
        "{\"name\": 7}| 400| name",
        "{\"title\": \"a\"}| 400| title",
        "{\"name\": \"a\"} {}| 400| JSON",
        "{\"name\": \"a\"}| 422| either 'mail' or 'webhook'",
        "{\"name\": \"a\", \"state\": \"GONE\", \"mail\": {\"addresses\": [\"a@b.example\"]}}| 400| state",
        "{\"name\": \" \", \"mail\": {\"addresses\": [\"a@b.example\"]}}| 422| 'name'",
        "{\"name\": \"a\", \"mail\": {\"addresses\": []}}| 422| 'addresses'",
        "{\"name\": \"a\", \"mail\": {\"addresses\": [\"nobody\"]}}| 422| 'addresses'",
        "{\"name\": \"a\", \"mail\": {\"addresses\": [\"noreply@b.example\"]}}| 422| 'addresses'",
        "{\"name\": \"a\", \"mail\": {\"addresses\": [\"support@hourglass.example\"]}}| 422| none of ours",
        "{\"name\": \"a\", \"mail\": {\"addresses\": [\"a@b.example\"], \"language\": \"xx\"}}| 422| 'language'",
        "{\"name\": \"a\", \"mail\": {\"addresses\": [\"a@b.example\"], \"timeZone\": \"Mars\"}}| 422| 'timeZone'",
        "{\"name\": \"a\", \"filter\": {\"kinds\": [\"Any\"]}, \"mail\": {\"addresses\": [\"a@b.example\"]}}| 422| 'kinds'",
        "{\"name\": \"a\", \"filter\": {\"plans\": [\"GOLD\"]}, \"mail\": {\"addresses\": [\"a@b.example\"]}}| 400| filter.plans",
        "{\"name\": \"a\", \"webhook\": {\"url\": \"not a url\"}}| 422| 'url'",
        "{\"name\": \"a\", \"webhook\": {\"url\": \"ftp://a.example\"}}| 422| 'url'",
        "{\"name\": \"a\", \"webhook\": {}}| 422| 'url'",
        "{\"name\": \"a\", \"backfillDays\": 31, \"mail\": {\"addresses\": [\"a@b.example\"]}}| 422| 0 to 30",
        "{\"name\": \"a\", \"backfillDays\": -1, \"mail\": {\"addresses\": [\"a@b.example\"]}}| 422| 0 to 30"
      })
  void badInputIsAProblemThatNamesThePlace(String body, int status, String said) {
    Response problem = AlertFixtures.post(body);
    assertThat(problem.statusCode()).as(problem.asString()).isEqualTo(status);
    assertThat(problem.contentType()).startsWith("application/problem+json");
    assertThat(problem.<String>path("detail")).contains(said);
    assertThat(problem.asString()).doesNotContain("Exception", "jackson", "@b.example");
  }

  @Test
  void whatIsAskedOtherwiseIsAProblem() {
    assertThat(get("/subscriptions?state=ACTIVE").statusCode()).isEqualTo(400);
    assertThat(get("/subscriptions?size=201").statusCode()).isEqualTo(400);
    assertThat(get("/subscriptions/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(get("/subscriptions/no-id").statusCode()).isEqualTo(404);
    assertThat(given().post("/subscriptions/" + UUID.randomUUID() + "/secret").statusCode())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("the examples of the description can be posted as they stand")
  void examples() throws JsonProcessingException {
    JsonNode api =
        new ObjectMapper()
            .readTree(given().accept("application/json").get("/q/openapi").asString());
    JsonNode examples =
        api.at("/paths/~1subscriptions/post/requestBody/content/application~1json/examples");
    assertThat(examples.size()).isEqualTo(2);
    for (JsonNode example : examples) {
      JsonNode value = example.get("value");
      Response made = AlertFixtures.post(value.isTextual() ? value.asText() : value.toString());
      assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
      given().delete("/subscriptions/" + made.path("id"));
    }
  }

  private static String json(Response response, String field) {
    try {
      return new ObjectMapper().readTree(response.asString()).get(field).toString();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Response put(String path, String body) {
    return given().contentType("application/json").body(body).put(path);
  }
}
