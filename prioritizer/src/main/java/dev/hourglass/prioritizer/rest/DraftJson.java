package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hourglass.prioritizer.account.Problem;
import dev.hourglass.prioritizer.edition.Drafts.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft and what is wrong with it.
 *
 * @param state VALIDATED if nothing keeps it from being published. It is never stored: the rules
 *     may have changed since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftJson(
    String edition,
    State state,
    Instant storedAt,
    List<Map<String, Object>> problems,
    @Nullable String document) {

  /** How far a draft is. */
  public enum State {
    DRAFT,
    VALIDATED
  }

  static DraftJson of(Draft draft, boolean withDocument) {
    List<Problem> problems = EditionDocuments.problems(draft.document());
    return new DraftJson(
        draft.edition(),
        problems.isEmpty() ? State.VALIDATED : State.DRAFT,
        draft.storedAt(),
        problems.stream().map(Problems::json).toList(),
        withDocument ? draft.document() : null);
  }
}
