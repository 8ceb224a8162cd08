package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the OpenAPI document the answers and the examples of all operations: here and not as
 * annotations, so that the resources stay readable.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class OpenApiExamples implements OASFilter {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROBLEM = "application/problem+json";
  private static final String MEDIA = "application/json";

  /** An answer: its status, what it means, and an example of it. */
  record Answer(String status, String meaning, @Nullable Object example) {}

  static final Answer BAD_QUERY =
      answer("400", "A query parameter is not what it must be", ExampleTexts.BAD_QUERY);
  private static final Answer MALFORMED =
      answer("400", "Not readable: its form, types, names, words", ExampleTexts.MALFORMED);
  static final Answer TOO_LARGE = answer("413", "The body is too large", ExampleTexts.TOO_LARGE);
  static final Answer OTHER_TYPE =
      answer("415", "The body is of another media type or charset", ExampleTexts.OTHER_TYPE);

  private static final Map<String, Object> REQUESTS =
      Map.of(
          "putAccount", json(ExampleTexts.NEW_ACCOUNT),
          "importAccounts", ExampleTexts.CSV,
          "publishEdition", ExampleTexts.EDITION);

  private static final Map<String, List<Answer>> ANSWERS =
      Map.of(
          "putAccount",
          List.of(
              answer("200", "The account was there, changed or not", ExampleTexts.ACCOUNT),
              answer("201", "The account is new", ExampleTexts.ACCOUNT),
              MALFORMED,
              answer("409", "Accounts are kept by a CRM", ExampleTexts.KEPT_BY_A_CRM),
              TOO_LARGE,
              OTHER_TYPE,
              answer("422", "The account is not valid", ExampleTexts.INVALID_ACCOUNT)),
          "getAccount",
          List.of(
              answer("200", "The account", ExampleTexts.ACCOUNT),
              BAD_QUERY,
              answer("404", "There is no such account", ExampleTexts.NO_ACCOUNT)),
          "listAccounts",
          List.of(answer("200", "One page of accounts", ExampleTexts.PAGE), BAD_QUERY),
          "getAccountHistory",
          List.of(
              answer("200", "One page of its versions", ExampleTexts.HISTORY),
              BAD_QUERY,
              answer("404", "There is no such account", ExampleTexts.NO_ACCOUNT)),
          "importAccounts",
          List.of(
              answer("200", "What was stored, and what was not", ExampleTexts.REPORT),
              BAD_QUERY,
              answer("409", "Accounts are kept by a CRM", ExampleTexts.KEPT_BY_A_CRM),
              TOO_LARGE,
              OTHER_TYPE,
              answer("422", "No line of the file can be read", ExampleTexts.INVALID_CSV)),
          "listEditions",
          List.of(answer("200", "All editions", ExampleTexts.EDITIONS), BAD_QUERY),
          "getEdition",
          List.of(
              new Answer("200", "The document", ExampleTexts.EDITION),
              BAD_QUERY,
              answer("404", "There is no such edition", ExampleTexts.NO_EDITION)),
          "publishEdition",
          List.of(
              answer("200", "The same document was published before", ExampleTexts.PUBLISHED),
              answer("201", "The edition is published", ExampleTexts.PUBLISHED),
              answer("400", "The document cannot be read", ExampleTexts.NO_YAML),
              answer("409", "Another document has this id", ExampleTexts.CONFLICT),
              TOO_LARGE,
              OTHER_TYPE,
              answer("422", "All problems of the document", ExampleTexts.INVALID_EDITION)),
          "getEntitlements",
          List.of(answer("200", "What holds as of now", ExampleTexts.ENTITLEMENTS), BAD_QUERY),
          "getPromise",
          List.of(
              answer("200", "The promise", ExampleTexts.PROMISE),
              BAD_QUERY,
              answer("404", "Nothing was promised to it", ExampleTexts.NO_PROMISE)));

  @Override
  public Operation filterOperation(Operation operation) {
    String id = operation.getOperationId();
    List<Answer> answers =
        id == null ? null : ANSWERS.getOrDefault(id, EditionExamples.ANSWERS.get(id));
    if (answers == null) {
      return operation;
    }
    if (operation.getRequestBody() != null) {
      exemplify(
          operation.getRequestBody().getContent(),
          REQUESTS.getOrDefault(id, EditionExamples.REQUESTS.get(id)));
      operation.getRequestBody().setRequired(true);
    }
    answers.forEach(answer -> add(operation, answer));
    return operation;
  }

  private static void add(Operation operation, Answer answer) {
    APIResponse response = operation.getResponses().getAPIResponse(answer.status());
    if (response == null) {
      response = OASFactory.createAPIResponse();
      operation.getResponses().addAPIResponse(answer.status(), response);
    }
    response.setDescription(answer.meaning());
    if (answer.example() == null) {
      return;
    }
    if (response.getContent() == null) {
      String media = answer.status().startsWith("2") ? MEDIA : PROBLEM;
      response.setContent(
          OASFactory.createContent().addMediaType(media, OASFactory.createMediaType()));
    }
    exemplify(response.getContent(), answer.example());
  }

  private static void exemplify(Content content, Object example) {
    content.getMediaTypes().values().forEach(media -> media.setExample(example));
  }

  static Answer answer(String status, String meaning, String example) {
    return new Answer(status, meaning, json(example));
  }

  private static Object json(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an example is not JSON", e);
    }
  }
}
