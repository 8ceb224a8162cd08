package dev.hourglass.prioritizer;

import static dev.hourglass.prioritizer.YamlRequests.yaml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.hourglass.contracts.Topics;
import dev.hourglass.policy.yaml.ShippedEditions;
import dev.hourglass.prioritizer.edition.Drafts;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class DraftsTest {

  private static final String CURRENT = ShippedEditions.document("2021");

  private static String document(String id) {
    return CURRENT.replace("edition: \"2021\"", "edition: " + id + "\npinOnly: true");
  }

  private static ValidatableResponse put(String id, String document) {
    return yaml(document).put("/drafts/" + id).then();
  }

  @Test
  @DisplayName(
      "a draft is stored though it is wrong, mended, validated and published, and is then no draft any more")
  void goesFromDraftToPublished() {
    String wrong =
        document("draft-1").replace("da: Presserende, ", "").replace("tier: 2", "tier: 1");
    put("draft-1", wrong)
        .statusCode(201)
        .body("state", equalTo("DRAFT"))
        .body("problems.pointer", equalTo(List.of("/priorities/0/names")))
        .body("problems.message", equalTo(List.of("missing translation into da")));
    given().post("/drafts/draft-1/publish").then().statusCode(422).body("errors", hasSize(1));
    given().get("/editions/draft-1").then().statusCode(404);

    put("draft-1", document("draft-1"))
        .statusCode(200)
        .body("state", equalTo("VALIDATED"))
        .body("problems", hasSize(0));
    given()
        .get("/drafts/draft-1")
        .then()
        .statusCode(200)
        .body("state", equalTo("VALIDATED"))
        .body("document", equalTo(document("draft-1")));
    given().get("/drafts").then().statusCode(200).body("items.edition", hasItem("draft-1"));

    given()
        .post("/drafts/draft-1/publish")
        .then()
        .statusCode(201)
        .header("Location", containsString("/editions/draft-1"));
    given().get("/drafts/draft-1").then().statusCode(404);
    given().get("/drafts").then().body("items.edition", not(hasItem("draft-1")));
    put("draft-1", document("draft-1")).statusCode(409);
    TopicLog log = TopicLog.shared();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(log.events(Topics.EDITIONS, "draft-1")).hasSize(1));
  }

  @Test
  @DisplayName("a draft says what it would change in a published edition, once it is valid")
  void saysWhatItWouldChange() {
    put("draft-5", document("draft-5").replace("P1: 4h, P2: 8h", "P1: 3h, P2: 8h"))
        .statusCode(201)
        .body("state", equalTo("VALIDATED"));
    given()
        .get("/drafts/draft-5/diff/2021")
        .then()
        .statusCode(200)
        .body("before", equalTo("2021"))
        .body("after", equalTo("draft-5"))
        .body("changes.section", hasItem("promises"));
    given().get("/drafts/draft-5/diff/1999").then().statusCode(404);
    given().get("/drafts/draft-x/diff/2021").then().statusCode(404);
    put("draft-5", "edition: draft-5").statusCode(200);
    given()
        .get("/drafts/draft-5/diff/2021")
        .then()
        .statusCode(422)
        .contentType("application/problem+json");
    given().delete("/drafts/draft-5").then().statusCode(204);
  }

  @Test
  @DisplayName("publishing an edition directly takes its draft with it")
  void isGoneWhenTheEditionIsPublishedDirectly() {
    put("draft-2", document("draft-2")).statusCode(201);
    yaml(document("draft-2")).post("/editions").then().statusCode(201);
    given().get("/drafts/draft-2").then().statusCode(404);
    given().post("/drafts/draft-2/publish").then().statusCode(404);
  }

  @Test
  @DisplayName("a draft is thrown away once")
  void isThrownAway() {
    put("draft-3", document("draft-3")).statusCode(201);
    given().delete("/drafts/draft-3").then().statusCode(204);
    given().delete("/drafts/draft-3").then().statusCode(404);
  }

  @Test
  @DisplayName("there is a limit to drafts, and one more is refused until another is gone")
  void hasALimit() {
    int before = given().get("/drafts").jsonPath().getList("items").size();
    int more = Drafts.MOST - before;
    IntStream.range(0, more).forEach(i -> put("many-" + i, "edition: many-" + i).statusCode(201));
    put("many-x", "edition: many-x")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("publish or throw away"));
    put("many-0", "edition: many-0\ntitle: Replaced").statusCode(200);
    IntStream.range(0, more)
        .forEach(i -> given().delete("/drafts/many-" + i).then().statusCode(204));
    put("many-x", "edition: many-x").statusCode(201);
    given().delete("/drafts/many-x").then().statusCode(204);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @DisplayName("what is no draft is refused as a problem")
  @CsvSource(
      delimiter = '|',
      value = {
        "draft-9 | '{' | 400",
        "draft-9 | '' | 400",
        "draft-9 | 'edition: \"\\0\"' | 400",
        "draft-9 | '[]' | 400",
        "draft-9 | 'edition: draft-8' | 422",
        "draft-9 | 'title: x' | 422",
        "draft-9 | 'edition: [draft-9]' | 422",
        "Draft-9 | 'edition: Draft-9' | 422",
        "2021 | 'edition: 2021' | 409"
      })
  void refusesWhatIsNoDraft(String id, String document, int status) {
    put(id, document).statusCode(status).contentType("application/problem+json");
    given().get("/drafts/draft-9").then().statusCode(404);
  }

  @Test
  @DisplayName("a draft that is only YAML is told all that it lacks")
  void tellsAllThatIsMissing() {
    put("draft-4", "edition: draft-4")
        .statusCode(201)
        .body("state", equalTo("DRAFT"))
        .body("problems.pointer", hasItem("/title"))
        .body("problems.pointer", hasItem("/effectiveFrom"))
        .body("problems.pointer", hasItem("/priorities"))
        .body("problems.pointer", hasItem("/promises"));
    given().delete("/drafts/draft-4").then().statusCode(204);
  }
}
