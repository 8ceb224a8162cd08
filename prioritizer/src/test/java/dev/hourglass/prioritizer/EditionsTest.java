package dev.hourglass.prioritizer;

import static dev.hourglass.prioritizer.YamlRequests.yaml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.edition.CalendarDefinition;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.edition.SpecialDay;
import dev.hourglass.policy.yaml.ShippedEditions;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class EditionsTest {

  private static final String CURRENT = ShippedEditions.document("2021");

  @Inject ShippedEditionsPublisher shipped;

  private static ValidatableResponse post(String document) {
    return yaml(document).post("/editions").then();
  }

  private static String pilot(String id) {
    return CURRENT
        .replace("edition: \"2021\"", "edition: " + id + "\npinOnly: true")
        .replace("P1: 1h", "P1: 20s");
  }

  @Test
  @DisplayName("K2: both generations are there, and 2021 is current")
  void shipsBothGenerations() {
    given()
        .get("/editions")
        .then()
        .statusCode(200)
        .body("items.edition", hasItems("2020", "2021"))
        .body("items.find { it.edition == '2021' }.current", equalTo(true))
        .body("items.find { it.edition == '2020' }.current", equalTo(false));
    assertThat(
            given()
                .get("/editions/2021")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .extract()
                .body()
                .asByteArray())
        .isEqualTo(CURRENT.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("an edition is published once: again is 200, with other content 409")
  void publishesOnce() {
    post(pilot("pilot-1")).statusCode(201).header("Location", containsString("/editions/pilot-1"));
    post(pilot("pilot-1")).statusCode(200);
    post(pilot("pilot-1").replace("20s", "30s"))
        .statusCode(409)
        .contentType("application/problem+json");
    TopicLog log = TopicLog.shared();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(log.events(Topics.EDITIONS, "pilot-1")).hasSize(1));
    Event<EditionPublished> said = log.events(Topics.EDITIONS, "pilot-1").get(0);
    assertThat(said.data().document()).isEqualTo(pilot("pilot-1"));
    assertThat(said.data().calendars()).hasSize(10);
    assertThat(said.data().digest()).matches("[0-9a-f]{64}");
    assertThat(log.events(Topics.EDITIONS, "2020")).hasSize(1);
  }

  @Test
  @DisplayName("starting again publishes the shipped editions no second time")
  void startsAgainInSilence() {
    shipped.publish(null);
    post(pilot("pilot-2")).statusCode(201);
    TopicLog log = TopicLog.shared();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(log.events(Topics.EDITIONS, "pilot-2")).hasSize(1));
    assertThat(log.events(Topics.EDITIONS, "2020")).hasSize(1);
    assertThat(log.events(Topics.EDITIONS, "2021")).hasSize(1);
  }

  @Test
  @DisplayName("R16, R17: an edition is published with the holidays that its calendars ask for")
  void publishesHolidays() {
    String zone = "zone: Europe/Berlin\n";
    String holidays =
        "    holidays: [{country: DE, from: 2026, to: 2026, without: [Good Friday]}]\n";
    post(pilot("pilot-3").replace(zone, zone + holidays)).statusCode(201);
    TopicLog log = TopicLog.shared();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(log.events(Topics.EDITIONS, "pilot-3")).hasSize(1));
    Event<EditionPublished> said = log.events(Topics.EDITIONS, "pilot-3").get(0);
    assertThat(said.data().calendars())
        .filteredOn(calendar -> calendar.name().equals("hours-eu"))
        .flatExtracting(CalendarDefinition::specialDays)
        .hasSize(8)
        .contains(new SpecialDay(LocalDate.parse("2026-10-03"), "German Unity Day", List.of()));
  }

  @Test
  @DisplayName("an edition that does not validate is refused whole: nothing of it is kept or said")
  void refusesAnInvalidEditionWhole() {
    post(pilot("pilot-4").replace("calendar: 24x7", "calendar: moon"))
        .statusCode(422)
        .body("errors.message", hasItem("unknown calendar 'moon'"));
    given().get("/editions/pilot-4").then().statusCode(404);

    post(pilot("pilot-4")).statusCode(201);

    TopicLog log = TopicLog.shared();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(log.events(Topics.EDITIONS, "pilot-4")).isNotEmpty());
    assertThat(log.events(Topics.EDITIONS, "pilot-4"))
        .extracting(said -> said.data().document())
        .containsExactly(pilot("pilot-4"));
  }

  @Test
  @DisplayName("an edition that does not validate is refused with every reason")
  void refusesInvalidEditionsWithAllProblems() {
    post(pilot("Pilot").replace("calendar: 24x7", "calendar: moon"))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItems("/edition", "/promises/0/targets/0/calendar"))
        .body("errors.message", hasItem("unknown calendar 'moon'"));
    post("{").statusCode(400).contentType("application/problem+json");
    post("").statusCode(400);
    given().contentType("application/json").body("{}").post("/editions").then().statusCode(415);
  }

  @Test
  @DisplayName("the schema of an edition is served as it is shipped")
  void servesTheSchema() {
    given()
        .get("/editions/schema")
        .then()
        .statusCode(200)
        .contentType("application/schema+json")
        .body("title", equalTo("Edition of a support policy"));
  }

  @Test
  @DisplayName("K2: what differs between both generations, by section and key, with both values")
  void showsWhatDiffers() {
    given()
        .get("/editions/2020/diff/2021")
        .then()
        .statusCode(200)
        .body("before", equalTo("2020"))
        .body("after", equalTo("2021"))
        .body("changes.find { it.key == 'contractual' }.before", equalTo(List.of("CONFIRMATION")))
        .body("changes.find { it.key == 'direct-tier-2' }.before", equalTo(null))
        .body("changes.find { it.key == 'direct-tier-2' }.after.tier", equalTo(2));
    given().get("/editions/2021/diff/2021").then().body("changes", equalTo(List.of()));
    for (String path :
        List.of("2021/diff/none", "none/diff/2021", "2021/diff/%00", "2021/diff/A")) {
      given()
          .urlEncodingEnabled(false)
          .get("/editions/" + path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
    }
    given().get("/editions/2020/diff/2021?x=1").then().statusCode(400);
  }
}
