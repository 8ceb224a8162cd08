package dev.hourglass.prioritizer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class AccountsTest {

  private static final String ACME =
      """
      {"name": "Acme GmbH", "type": "BUSINESS", "plan": "PREMIER", "country": "DE",
       "timeZone": "Europe/Berlin", "language": "de",
       "members": [{"email": "Ada@acme.example", "role": "ADMIN"},
                   {"email": "bo@acme.example", "role": "MEMBER", "language": "da"}]}""";

  private static ValidatableResponse put(String number, String body) {
    return given().contentType("application/json").body(body).put("/accounts/" + number).then();
  }

  private static ValidatableResponse importing(String csv) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("text/csv", ContentType.TEXT)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/accounts/import")
        .then();
  }

  @Test
  @DisplayName("S14 S15: an account is stored, read back, listed and said, its members as digests")
  void storesAndSays() {
    put("AT-1", ACME)
        .statusCode(201)
        .header("Location", containsString("/accounts/AT-1"))
        .body("members[0].email", equalTo("ada@acme.example"));
    put("AT-1", ACME).statusCode(200);
    put("AT-1", ACME.replace("PREMIER", "ACCESS")).statusCode(200).body("plan", equalTo("ACCESS"));
    given()
        .get("/accounts/AT-1")
        .then()
        .statusCode(200)
        .body("number", equalTo("AT-1"))
        .body("members", hasSize(2))
        .body("edition", nullValue());
    given()
        .get("/accounts?size=200")
        .then()
        .statusCode(200)
        .body("items.number", hasItem("AT-1"))
        .body("page", equalTo(0));
    TopicLog log = TopicLog.shared();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(log.events(Topics.ACCOUNTS, "AT-1")).hasSize(2));
    List<Event<AccountChanged>> said = log.events(Topics.ACCOUNTS, "AT-1");
    assertThat(said).extracting(Event::sequence).containsExactly(1L, 2L);
    assertThat(said.get(1).data().plan()).isEqualTo(Plan.ACCESS);
    assertThat(said.get(1).data().members()).hasSize(2);
    assertThat(new String(log.records("accounts").get(0).value(), StandardCharsets.UTF_8))
        .doesNotContain("@");
  }

  @Test
  void removesMembersThatAreLeftOut() {
    put("AT-2", ACME).statusCode(201);
    put("AT-2", "{\"name\": \"Acme\", \"type\": \"BUSINESS\", \"plan\": \"PREMIER\"}")
        .statusCode(200);
    given().get("/accounts/AT-2").then().body("members", hasSize(0)).body("country", nullValue());
  }

  @ParameterizedTest(name = "{0}: {2} at {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "wrong enum       | `{\"name\":\"A\",\"type\":\"GOLD\",\"plan\":\"ACCESS\"}` | 400 | /type",
        "wrong role       | `{\"name\":\"A\",\"type\":\"PRO\",\"plan\":\"ACCESS\",\"members\":[{\"email\":\"a@b.example\",\"role\":\"X\"}]}` | 400 | /members/0/role",
        "unknown field    | `{\"name\":\"A\",\"type\":\"PRO\",\"plan\":\"ACCESS\",\"colour\":1}` | 400 | /colour",
        "unknown, deeper  | `{\"name\":\"A\",\"type\":\"PRO\",\"plan\":\"ACCESS\",\"members\":[{\"mail\":\"a\"}]}` | 400 | /members/0/mail",
        "wrong type       | `{\"name\":1,\"type\":\"PRO\",\"plan\":\"ACCESS\"}` | 400 | /name",
        "missing          | `{\"type\":\"PRO\",\"plan\":\"ACCESS\"}` | 422 | /name",
        "empty            | `{\"name\":\" \",\"type\":\"PRO\",\"plan\":\"ACCESS\"}` | 422 | /name",
        "bad address      | `{\"name\":\"A\",\"type\":\"PRO\",\"plan\":\"ACCESS\",\"members\":[{\"email\":\"a\",\"role\":\"OWNER\"}]}` | 422 | /members/0/email",
        "bad zone         | `{\"name\":\"A\",\"type\":\"PRO\",\"plan\":\"ACCESS\",\"timeZone\":\"Berlin\"}` | 422 | /timeZone",
        "unknown edition  | `{\"name\":\"A\",\"type\":\"PRO\",\"plan\":\"ACCESS\",\"edition\":\"1999\"}` | 422 | /edition",
        "other number     | `{\"number\":\"B\",\"name\":\"A\",\"type\":\"PRO\",\"plan\":\"ACCESS\"}` | 422 | /number",
        "not JSON         | `{\"name\":` | 400 | ``",
        "a key twice      | `{\"name\":\"A\",\"name\":\"B\"}` | 400 | ``"
      })
  void refuses(String what, String body, int status, String pointer) {
    put("AT-BAD", body)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("errors.pointer", hasItem(pointer == null ? "" : pointer))
        .body(not(containsString("Exception")));
    given().get("/accounts/AT-BAD").then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void listsTheAllowedWords() {
    put("AT-BAD", "{\"name\":\"A\",\"type\":\"GOLD\",\"plan\":\"ACCESS\"}")
        .statusCode(400)
        .body("errors[0].allowed", hasItem("ENTERPRISE"));
  }

  @Test
  void refusesOtherMediaTypesBytesAndSizes() {
    given()
        .contentType("text/plain")
        .body("x")
        .put("/accounts/AT-BAD")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
    given()
        .contentType("application/json")
        .body(new byte[] {'{', (byte) 0xC3, '}'})
        .put("/accounts/AT-BAD")
        .then()
        .statusCode(400)
        .body("detail", containsString("UTF-8"));
    given()
        .contentType("application/json")
        .body("[]")
        .put("/accounts/AT-BAD")
        .then()
        .statusCode(400);
    given().contentType("application/json").put("/accounts/AT-BAD").then().statusCode(400);
    put("no%20number", ACME).statusCode(422).body("errors[0].pointer", equalTo("/number"));
    given()
        .contentType("application/json")
        .body("x".repeat(3_000_000))
        .put("/accounts/AT-BAD")
        .then()
        .statusCode(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=-1", "page=x", "size=0", "size=201", "size=99999999999"})
  void refusesPagesThatAreNone(String query) {
    given()
        .get("/accounts?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors", hasSize(1));
  }

  @Test
  void knowsNoSuchThing() {
    for (String path :
        List.of(
            "/accounts/AT-NONE",
            "/accounts/no%20number",
            "/promises/x",
            "/promises/01934b2e-0000-7000-8000-000000000009",
            "/editions/none")) {
      given().get(path).then().statusCode(404).contentType("application/problem+json");
    }
  }

  @Test
  void importsGoodLinesAndListsBadOnes() {
    String csv =
        """
        number,name,type,plan,country,edition,members
        CSV-1,"Acme, Inc.",PRO,ACCESS,US,,ada@acme.example=OWNER;bo@acme.example=MEMBER=da

        CSV-2,Bolt,GOLD,ACCESS,,,
        CSV-3,Clef,BASIC,ACCESS,DK,2020,
        CSV-4,Dune,PRO
        CSV 5,Echo,PRO,ACCESS,,,nobody
        """;
    importing(csv)
        .statusCode(200)
        .body("lines", equalTo(5))
        .body("created", equalTo(2))
        .body("refused.line", equalTo(List.of(4, 6, 7)))
        .body("refused[0].number", equalTo("CSV-2"))
        .body("refused[0].errors[0].pointer", equalTo("/type"))
        .body(
            "refused[2].errors.pointer",
            equalTo(List.of("/number", "/members/0/email", "/members/0/role")));
    given()
        .get("/accounts/CSV-1")
        .then()
        .body("name", equalTo("Acme, Inc."))
        .body("members", hasSize(2));
    given().get("/accounts/CSV-3").then().body("edition", equalTo("2020"));
    importing("number,name,type,plan\nCSV-1,Acme,PRO,ACCESS\nCSV-3,Clef,BASIC,ACCESS\n")
        .body("changed", equalTo(2));
    given().get("/accounts/CSV-1").then().body("name", equalTo("Acme")).body("members", hasSize(2));
  }

  @Test
  void importsTimeZonesRolesAndLanguagesAndRefusesANumberThatStandsTwice() {
    importing(
            """
            number,name,type,plan,country,timeZone,language,members
            CSV-21,Acme,GOLD,ACCESS,DE,Europe/Berlin,de,
            CSV-21,Acme,PRO,ACCESS,DE,Europe/Berlin,de,ada@acme.example=LICENSED_MEMBER=da
            CSV-21,Acme,PRO,PREMIER,DE,Europe/Berlin,de,
            CSV-22,Bolt,PRO,ACCESS,DE,Berlin,de,bo@bolt.example=MEMBER;bo@bolt.example=OWNER
            """)
        .statusCode(200)
        .body("lines", equalTo(4))
        .body("created", equalTo(1))
        .body("refused.line", equalTo(List.of(2, 4, 5)))
        .body("refused[1].errors[0].message", equalTo("stands on line 3, too"))
        .body("refused[2].errors.pointer", equalTo(List.of("/timeZone", "/members/1/email")));
    given()
        .get("/accounts/CSV-21")
        .then()
        .body("plan", equalTo("ACCESS"))
        .body("timeZone", equalTo("Europe/Berlin"))
        .body("members[0].role", equalTo("LICENSED_MEMBER"))
        .body("members[0].language", equalTo("da"));
    given().get("/accounts/CSV-22").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "number,name\n1,2\n",
        "number,name,type,plan,colour\n",
        "number,number,name,type,plan\n",
        "\n\n"
      })
  void refusesFilesWithOtherColumns(String csv) {
    importing(csv).statusCode(422).contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "number;name;type;plan! the columns are separated by semicolons, but the separator is a"
            + " comma; found: 'number;name;type;plan'",
        "number\tname\ttype\tplan! the columns are separated by tabs, but the separator is a comma;"
            + " found: 'number name type plan'",
        "Number,name,type,plan! the column 'Number' is written 'number'",
        "number,name,type,plan,time_zone! the column 'time_zone' is written 'timeZone'",
        "number,name,type! the column is missing; found: 'number,name,type'",
        "number,name,type,plan,colour! unknown column 'colour'"
      })
  void saysWhichColumnsItFoundInstead(String header, String message) {
    importing(header + "\nCSV-9,Acme,PRO,ACCESS\n")
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors[0].message", equalTo(message));
  }
}
