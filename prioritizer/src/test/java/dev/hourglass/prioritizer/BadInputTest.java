package dev.hourglass.prioritizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourglass.policy.yaml.ShippedEditions;
import dev.hourglass.sandbox.junit.ErrorLog;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever clients send: a problem, and nothing logged at ERROR. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class BadInputTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String CURRENT = ShippedEditions.document("2021");
  private static final String ACME = "{\"name\":\"A\",\"type\":\"PRO\",\"plan\":\"ACCESS\"}";
  private static final String CSV = "number,name,type,plan\nBAD-1,Acme,PRO,ACCESS\n";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource("/")
  URI base;

  static Stream<Arguments> bodies() {
    String nested = "{\"members\":" + "[".repeat(100_000) + "}";
    return Stream.of(
            "",
            " ",
            "\u0000",
            "null",
            "[",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            nested,
            "\"" + "a".repeat(1_000_000),
            "1".repeat(1_000_000),
            "{\"\\ud800\":1}",
            "{\"name\":\"\\ud800\",\"type\":\"\\u0000\",\"plan\":[],\"members\":{}}",
            "{\"members\":[1,null,{},{\"email\":\"\\u0000\",\"role\":\"\\udfff\"}]}",
            ACME + ACME,
            ACME.replace("\"A\"", "1e999999999"),
            ACME.replace("}", ",\"timeZone\":\"\\u0000\"}"),
            ACME.replace("}", ",\"country\":\"\\ud800\"}"),
            ACME.replace("}", ",\"edition\":\"\\u0000\"}"),
            ACME.replace("}", ",\"language\":\"" + "a-".repeat(50_000) + "\"}"),
            "\u0000,\u0000\n",
            ",".repeat(100_000),
            "\n".repeat(100_000),
            "- ".repeat(50_000),
            "a: &a [*a]",
            "? ".repeat(10_000),
            "edition: {}\ntitle: []\n",
            "%YAML 1.1\n%YAML 1.1\n---\na",
            "!!javax.script.ScriptEngineManager []",
            "edition: 2021-01-01\ntitle: 0x" + "f".repeat(5_000),
            CURRENT + "\n---\n" + CURRENT,
            CURRENT.replace("2021-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z"),
            CURRENT.replace("P2: 8h", "P2: PT2562047788015215H"),
            CURRENT.replace("level: 2", "level: 2147483648"),
            CURRENT.replace("sharePercent: 90", "sharePercent: -1"),
            CURRENT.replace("title: Support", "title: \"\\0\" #"),
            CURRENT.replace("title: Support", "title: \"\\uD800\" #"))
        .flatMap(
            body ->
                Stream.of(
                    Arguments.of("PUT", "/accounts/BAD-1", "application/json", body),
                    Arguments.of("POST", "/accounts/import", "text/csv", body),
                    Arguments.of("POST", "/editions", "application/yaml", body)));
  }

  @ParameterizedTest(name = "{0} {1}, case {index}")
  @MethodSource("bodies")
  void no_body_is_answered_with_more_than_a_refusal(
      String method, String path, String type, String body) throws Exception {
    refused(request(path, type).method(method, BodyPublishers.ofString(body)), 400, 422);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /editions/%00, 404",
    "GET, /editions/2021%00, 404",
    "GET, /editions/..%2F2021, 404",
    "GET, /editions/%F0%9F%98%80, 404",
    "GET, /editions/%FF, 404",
    "GET, /accounts/%00, 404",
    "GET, /accounts/A%00, 404",
    "GET, /accounts/%FF, 404",
    "GET, /promises/%00, 404",
    "GET, /promises/1-1-1-1-1, 404",
    "GET, /promises/, 404",
    "GET, /accounts/A/B, 404",
    "PUT, /accounts/%00, 422",
    "PUT, /accounts/A%00, 422",
    "DELETE, /accounts/A-1, 405",
    "POST, /accounts, 405",
    "PUT, /editions/2021, 405"
  })
  void no_path_is_answered_with_more_than_a_refusal(String method, String path, int status)
      throws Exception {
    BodyPublisher body =
        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(ACME);
    refused(request(path, "application/json").method(method, body), status);
  }

  @ParameterizedTest
  @CsvSource({
    "/accounts?size=%00, size, must be a whole number",
    "/accounts?page=%F0, page, must be a whole number",
    "/accounts?size=, size, must not be empty",
    "/accounts?size, size, must not be empty",
    "/accounts?page=0&page=1, page, may stand once",
    "/accounts?sice=10, sice, there is no such parameter",
    "/accounts?%00=1, '\0', there is no such parameter",
    "/accounts/A-1?page=1, page, there is no such parameter",
    "/editions?x=, x, there is no such parameter",
    "/editions/2021?format=json, format, there is no such parameter",
    "/promises/01934b2e-0000-7000-8000-000000000009?a=1, a, there is no such parameter"
  })
  void parameters_that_nobody_reads_are_refused(String path, String parameter, String message)
      throws Exception {
    JsonNode error = refused(request(path, null).GET(), 400).at("/errors/0");
    assertThat(error.path("parameter").asText()).isEqualTo(parameter);
    assertThat(error.path("message").asText()).startsWith(message);
    if (path.startsWith("/accounts?s") && message.startsWith("there")) {
      assertThat(error.path("allowed").toString()).isEqualTo("[\"page\",\"size\"]");
    }
  }

  @Test
  void unknown_fields_are_refused_with_those_that_are_known() throws Exception {
    JsonNode problem = refused(put("BAD-1", "{\"nam\":\"A\",\"members\":[{\"mail\":\"a\"}]}"), 400);
    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/members/0/mail");
    assertThat(problem.at("/errors/0/allowed").toString())
        .isEqualTo("[\"email\",\"emailDigest\",\"role\",\"language\"]");
    assertThat(problem.at("/errors/1/pointer").asText()).isEqualTo("/nam");
    assertThat(problem.at("/errors/1/allowed").toString())
        .contains("\"name\"", "\"type\"", "\"plan\"", "\"members\"");
  }

  @Test
  @DisplayName("an import of 3 MB is refused, whether it says its length or not")
  void bodies_that_are_too_large_are_refused() throws Exception {
    byte[] large = (CSV + "x".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
    for (BodyPublisher body :
        List.of(
            BodyPublishers.ofByteArray(large),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
      JsonNode problem = refused(request("/accounts/import", "text/csv").POST(body), 413);
      assertThat(problem.path("detail").asText()).contains("2097152 bytes at most");
    }
  }

  @Test
  void a_chunked_import_within_the_limit_is_taken() throws Exception {
    byte[] file = (CSV + "\n".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        send(
            request("/accounts/import", "text/csv")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file))));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"nonsense", "text/csv;charset=utf-16", "/", "text/", "application/json;q"})
  void other_media_types_are_refused(String type) throws Exception {
    refused(request("/accounts/import", type).POST(BodyPublishers.ofString(CSV)), 400, 415);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acme\\u0000 | PRO | de | a@b.example | /name",
        "a\\ud800 | PRO | de | a@b.example | /name",
        "\\udc00\\ud800 | PRO | de | a@b.example | /name",
        "\\u00a0 | PRO | de | a@b.example | /name",
        "\\u2003\\u200b\\ufeff | PRO | de | a@b.example | /name",
        "a\\u0085b | PRO | de | a@b.example | /name",
        "Acme | PRO\\ud800 | de | a@b.example | /type",
        "Acme | PRO | de\\ud800 | a@b.example | /language",
        "Acme | PRO | de\\u0000 | a@b.example | /language",
        "Acme | PRO | de | a\\ud800@b.example | /members/0/email",
        "Acme | PRO | de | a\\u0000@b.example | /members/0/email",
        "Acme | PRO | de | a\\u200b@b.example | /members/0/email",
        "Acme | PRO | de | \\u00a0\\u200b | /members/0/email"
      })
  void texts_that_cannot_be_kept_or_seen_are_refused(
      String name, String type, String language, String email, String pointer) throws Exception {
    JsonNode problem =
        refused(
            put(
                "BAD-1",
                """
                {"name": "%s", "type": "%s", "plan": "ACCESS", "language": "%s",
                 "members": [{"email": "%s", "role": "OWNER"}]}"""
                    .formatted(name, type, language, email)),
            422);
    assertThat(problem.path("errors"))
        .singleElement()
        .satisfies(error -> assertThat(error.path("pointer").asText()).isEqualTo(pointer));
  }

  @Test
  void csv_lines_with_such_texts_are_listed() throws Exception {
    String file =
        """
        number,name,type,plan,language,members
        BAD-1,Acme\0,PRO,ACCESS,,
        BAD-2,\u00a0\u200b,PRO,ACCESS,,
        BAD-3,Acme,PRO,ACCESS,\u0001de,
        BAD-4,Acme,PRO,ACCESS,,\u0000a@b.example=OWNER
        \u0000BAD-5,Acme,PRO,ACCESS,,
        """;
    HttpResponse<String> answer =
        send(request("/accounts/import", "text/csv").POST(BodyPublishers.ofString(file)));
    JsonNode report = JSON.readTree(answer.body());
    assertThat(report.path("created").asInt()).isZero();
    assertThat(report.findValuesAsText("line")).containsExactly("2", "3", "4", "5", "6");
    assertThat(report.findValuesAsText("pointer"))
        .containsExactly("/name", "/name", "/language", "/members/0/email", "/number");
  }

  @Test
  void the_rest_of_a_file_that_is_no_csv_is_listed() throws Exception {
    HttpResponse<String> answer =
        send(
            request("/accounts/import", "text/csv")
                .POST(BodyPublishers.ofString("number,name,type,plan\n\"a\"b,c\n")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("from here on the file is not CSV");
  }

  private HttpRequest.Builder put(String number, String body) {
    return request("/accounts/" + number, "application/json").PUT(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path, String contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + path));
    return contentType == null ? request : request.header("Content-Type", contentType);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private JsonNode refused(HttpRequest.Builder request, Integer... statuses)
      throws IOException, InterruptedException {
    try (ErrorLog log = new ErrorLog()) {
      HttpResponse<String> answer = send(request);
      assertThat(answer.statusCode()).as(answer.body()).isIn((Object[]) statuses);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(answer.body()).doesNotContain("Exception", "jackson", "dev.hourglass");
      assertThat(log.errors()).isEmpty();
      JsonNode problem = JSON.readTree(answer.body());
      assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
      return problem;
    }
  }
}
