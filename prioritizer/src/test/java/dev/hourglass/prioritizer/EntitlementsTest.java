package dev.hourglass.prioritizer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a front end is told before it posts a ticket. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class EntitlementsTest {

  @BeforeEach
  void putAccounts() {
    account("EN-ACCESS", "BUSINESS", "ACCESS", "DE", "");
    account("EN-PLUS", "BUSINESS", "PREMIER_PLUS", "JP", "");
    account("EN-DK", "BUSINESS", "PREMIER", "DK", "");
    account("EN-FREE-2020", "BASIC", "ACCESS", "DE", "\"edition\": \"2020\", ");
  }

  @Test
  @DisplayName("S28 S29 S30 S40 S41: an administrator on Premier+ reaches tier 2, with all times")
  void saysWhatPremierPlusGives() {
    asked("account=EN-PLUS&email=ADA@acme.example&channel=PHONE&queue=TECHNICAL")
        .body("accountKnown", equalTo(true))
        .body("memberKnown", equalTo(true))
        .body("edition", equalTo("2021"))
        .body("channels", hasSize(1))
        .body("channels[0].allowed", equalTo(true))
        .body("channels[0].role", equalTo("ADMIN"))
        .body("channels[0].tier", equalTo(2))
        .body("channels[0].prioritisedResponse", equalTo(true))
        .body("channels[0].automaticEscalation", equalTo(true))
        .body("channels[0].technicalAccountManager", equalTo(true))
        .body("channels[0].instead", hasSize(0))
        .body("channels[0].targets.priority", equalTo(List.of("P1", "P2", "P3", "P4")))
        .body(
            "channels[0].targets[0].targets.metric",
            equalTo(List.of("CONFIRMATION", "FIRST_REPLY", "RESTORATION")))
        .body("channels[0].targets[0].targets.within", equalTo(List.of("PT1H", "PT1H", "PT4H")))
        .body("channels[0].targets[3].targets.metric", not(hasItem("RESTORATION")))
        .body("channels[0].phoneLines.country", equalTo(List.of("JP", "JP")));
  }

  @Test
  @DisplayName(
      "S22 S25 S26: a licensed member on the base plan may not call, and is told where to go")
  void turnsToOtherRoutes() {
    asked("account=EN-ACCESS&email=lee@acme.example&channel=PHONE&queue=TECHNICAL")
        .body("channels[0].allowed", equalTo(false))
        .body("channels[0].tier", nullValue())
        .body(
            "channels[0].instead",
            equalTo(List.of("SELF_SERVICE", "COMMUNITY", "CHATBOT", "ONLINE_TICKET", "CHAT")))
        .body("channels[0].phoneLines", hasSize(0))
        .body("channels[0].targets[0].targets", hasSize(0))
        .body("channels[0].reasons.rule", hasItem("channel-not-included"));
  }

  @Test
  @DisplayName("S56: a country without a line of its own gets those that work from abroad")
  void namesLinesThatWorkFromAbroad() {
    asked("account=EN-DK&email=ada@acme.example&channel=PHONE&queue=TECHNICAL")
        .body("channels[0].allowed", equalTo(true))
        .body("channels[0].phoneLines.country", hasItems("DE", "US"))
        .body("channels[0].phoneLines.country", not(hasItem("BR")))
        .body("channels[0].phoneLines.inCountryOnly", everyItem(equalTo(false)));
  }

  @Test
  @DisplayName(
      "without a channel and a queue all of them are answered, each with what holds for it")
  void answersEveryChannel() {
    asked("account=EN-ACCESS&email=bo@acme.example")
        .body("channels", hasSize(8))
        .body(
            "channels.findAll { it.queue == 'TECHNICAL' }.channel",
            equalTo(List.of("WEB", "CHAT", "PHONE", "API")))
        .body(
            "channels.findAll { it.queue == 'TECHNICAL' && it.allowed }.channel",
            equalTo(List.of("CHAT")))
        .body(
            "channels.findAll { it.queue == 'BILLING' && it.allowed }.channel",
            equalTo(List.of("WEB", "CHAT", "PHONE", "API")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account=EN-NOBODY&email=x@y.example&",
        "account=%00%F0%9F%98%80&email=%00&",
        "account=..%2F..%2F&",
        ""
      })
  @DisplayName("K1: an unknown account is Basic, and is turned to self-service")
  void treatsUnknownAccountsAsBasic(String query) {
    asked(query + "channel=WEB&queue=TECHNICAL")
        .body("accountKnown", equalTo(false))
        .body("memberKnown", equalTo(false))
        .body("accountType", equalTo("BASIC"))
        .body("plan", equalTo("ACCESS"))
        .body("channels[0].role", equalTo("MEMBER"))
        .body("channels[0].allowed", equalTo(false))
        .body("channels[0].instead", equalTo(List.of("SELF_SERVICE", "COMMUNITY", "CHATBOT")));
  }

  @Test
  @DisplayName("an unknown member counts as on a ticket: as stated where that is plausible")
  void believesPlausibleRoles() {
    String query = "account=EN-ACCESS&email=new@acme.example&channel=WEB&queue=TECHNICAL";
    asked(query)
        .body("memberKnown", equalTo(false))
        .body("channels[0].role", equalTo("MEMBER"))
        .body("channels[0].reasons.rule", hasItem("role-not-stated"));
    asked(query + "&role=LICENSED_MEMBER")
        .body("channels[0].role", equalTo("LICENSED_MEMBER"))
        .body("channels[0].allowed", equalTo(true));
    asked(query + "&role=OWNER")
        .body("channels[0].role", equalTo("MEMBER"))
        .body("channels[0].reasons.rule", hasItem("role-not-confirmed"));
  }

  @Test
  @DisplayName("S43 K2: the edition that the account pins decides")
  void followsThePinnedEdition() {
    asked("account=EN-FREE-2020&email=ada@acme.example&channel=WEB&queue=TECHNICAL")
        .body("edition", equalTo("2020"))
        .body("channels[0].targets[0].targets.within", everyItem(equalTo("PT24H")));
  }

  @Test
  @DisplayName("the answer counts as of now: a change of the plan is in the next one")
  void followsChangesAtOnce() {
    String query = "account=EN-TURN&email=ada@acme.example&channel=WEB&queue=TECHNICAL";
    for (int round = 0; round < 3; round++) {
      account("EN-TURN", "BUSINESS", "ACCESS", "DE", "");
      asked(query).body("channels[0].tier", equalTo(1));
      account("EN-TURN", "BUSINESS", "PREMIER", "DE", "");
      asked(query).body("channels[0].tier", equalTo(2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel=FAX", "queue=SALES", "role=BOSS", "acount=A", "channel="})
  void refusesWordsThatAreNone(String query) {
    given()
        .urlEncodingEnabled(false)
        .get("/entitlements?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors", hasSize(1));
  }

  @Test
  @DisplayName("the answer repeats no address")
  void repeatsNoAddress() {
    asked("account=EN-ACCESS&email=ada@acme.example").body(not(containsString("@")));
  }

  private static ValidatableResponse asked(String query) {
    return given()
        .urlEncodingEnabled(false)
        .get("/entitlements?" + query)
        .then()
        .statusCode(200)
        .contentType("application/json");
  }

  private static void account(
      String number, String type, String plan, String country, String edition) {
    given()
        .contentType("application/json")
        .body(
            """
            {"name": "Acme", "type": "%s", "plan": "%s", %s"country": "%s",
             "members": [{"email": "ada@acme.example", "role": "ADMIN"},
                         {"email": "lee@acme.example", "role": "LICENSED_MEMBER"},
                         {"email": "bo@acme.example", "role": "MEMBER"}]}"""
                .formatted(type, plan, edition, country))
        .put("/accounts/" + number)
        .then()
        .statusCode(anyOf(equalTo(200), equalTo(201)));
  }
}
