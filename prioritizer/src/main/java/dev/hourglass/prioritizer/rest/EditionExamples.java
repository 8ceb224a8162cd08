package dev.hourglass.prioritizer.rest;

import static dev.hourglass.prioritizer.rest.OpenApiExamples.BAD_QUERY;
import static dev.hourglass.prioritizer.rest.OpenApiExamples.OTHER_TYPE;
import static dev.hourglass.prioritizer.rest.OpenApiExamples.TOO_LARGE;
import static dev.hourglass.prioritizer.rest.OpenApiExamples.answer;

import dev.hourglass.prioritizer.rest.OpenApiExamples.Answer;
import java.util.List;
import java.util.Map;

/** Answers and examples of what is done with editions before and beside publishing them. */
final class EditionExamples {

  private static final String DRAFT =
      """
      {
        "edition": "pilot-2027",
        "state": "DRAFT",
        "storedAt": "2026-11-22T16:00:00Z",
        "problems": [
          {"pointer": "/priorities/0/names", "message": "missing translation into de"}
        ]
      }
      """;
  private static final String VALIDATED =
      """
      {
        "edition": "pilot-2027",
        "state": "VALIDATED",
        "storedAt": "2026-11-22T16:00:00Z",
        "problems": [],
        "document": "edition: pilot-2027\\ntitle: A first reply within an hour for everybody\\n"
      }
      """;
  private static final String DRAFTS =
      """
      {"items": [{"edition": "pilot-2027", "storedAt": "2026-11-22T16:00:00Z"}]}
      """;
  private static final String NO_DRAFT =
      """
      {"status": 404, "title": "Not Found", "detail": "There is no such draft."}
      """;
  private static final String OTHER_ID =
      """
      {
        "status": 422,
        "title": "Unprocessable Content",
        "detail": "A draft is stored under the id of its edition.",
        "errors": [
          {"pointer": "/edition", "message": "is the id in the path, as an edition may have it"}
        ]
      }
      """;
  private static final String DIFF =
      """
      {
        "before": "2020",
        "after": "2021",
        "changes": [
          {"section": "edition", "key": "contractual", "before": ["CONFIRMATION"],
           "after": ["FIRST_REPLY", "RESTORATION"]},
          {"section": "flags", "key": "apiPhone", "before": null, "after": true}
        ]
      }
      """;
  private static final String SCHEMA =
      """
      {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}
      """;

  static final Map<String, Object> REQUESTS = Map.of("putDraft", ExampleTexts.EDITION);

  static final Map<String, List<Answer>> ANSWERS =
      Map.of(
          "getEditionSchema",
          List.of(answer("200", "The schema", SCHEMA), BAD_QUERY),
          "diffEditions",
          List.of(
              answer("200", "All differences; none if both say the same", DIFF),
              BAD_QUERY,
              answer("404", "There is no such edition", ExampleTexts.NO_EDITION)),
          "listDrafts",
          List.of(answer("200", "All drafts", DRAFTS), BAD_QUERY),
          "getDraft",
          List.of(
              answer("200", "The draft, and what is wrong with it", VALIDATED),
              BAD_QUERY,
              answer("404", "There is no such draft", NO_DRAFT)),
          "diffDraft",
          List.of(
              answer("200", "All that the draft would change", DIFF),
              BAD_QUERY,
              answer("404", "There is no such draft, or no such edition", NO_DRAFT),
              answer("422", "All problems of the draft", ExampleTexts.INVALID_EDITION)),
          "putDraft",
          List.of(
              answer("200", "The draft is replaced", DRAFT),
              answer("201", "The draft is new", DRAFT),
              answer("400", "The document cannot be read", ExampleTexts.NO_YAML),
              answer("409", "The edition is published", ExampleTexts.CONFLICT),
              TOO_LARGE,
              OTHER_TYPE,
              answer("422", "The document calls itself otherwise", OTHER_ID)),
          "deleteDraft",
          List.of(
              new Answer("204", "The draft is gone", null),
              BAD_QUERY,
              answer("404", "There is no such draft", NO_DRAFT)),
          "publishDraft",
          List.of(
              answer("200", "The same document was published before", ExampleTexts.PUBLISHED),
              answer("201", "The edition is published", ExampleTexts.PUBLISHED),
              BAD_QUERY,
              answer("404", "There is no such draft", NO_DRAFT),
              answer("409", "Another document has this id", ExampleTexts.CONFLICT),
              answer("422", "All problems of the document", ExampleTexts.INVALID_EDITION)));

  private EditionExamples() {}
}
