package dev.hourglass.prioritizer.edition;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Editions in the making. A draft may be wrong; only what is right is published. */
public interface Drafts {

  /** How many there may be at once. */
  int MOST = 100;

  /**
   * A draft.
   *
   * @param edition the id that it will have
   * @param document as its authors wrote it, readable YAML
   * @param storedAt when it was stored last, UTC
   */
  record Draft(String edition, String document, Instant storedAt) {

    public Draft {
      required(edition, "edition");
      required(document, "document");
      required(storedAt, "storedAt");
    }
  }

  /** What storing did. */
  enum Storing {
    NEW,
    REPLACED,
    /** An edition of that id is published and never changes: nothing is stored. */
    PUBLISHED,
    /** There are {@link #MOST} others: nothing is stored. */
    TOO_MANY
  }

  /** Stores a draft, or replaces the one of that id. */
  Storing put(Draft draft);

  /** The draft of that id. */
  Optional<Draft> find(String edition);

  /** The draft of that id; until the caller's transaction ends nobody stores another one. */
  Optional<Draft> lock(String edition);

  /** All drafts, by id. */
  List<Draft> list();

  /** Throws a draft away; whether there was one. */
  boolean remove(String edition);
}
