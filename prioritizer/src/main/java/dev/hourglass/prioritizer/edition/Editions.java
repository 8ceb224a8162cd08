package dev.hourglass.prioritizer.edition;

import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All versions of the policy. An edition that was published never changes. */
public interface Editions {

  /** What publishing did. */
  enum Publication {
    PUBLISHED,
    /** The same document was published before: nothing is said. */
    SAME,
    /** Another document has this id: nothing is stored. */
    CONFLICT
  }

  /**
   * An edition among the others.
   *
   * @param scope which tickets it is for, once it is effective (R21)
   * @param current whether it applies to new tickets of accounts that pin none
   */
  record Summary(
      String edition,
      String title,
      Instant effectiveFrom,
      Scope scope,
      boolean pinOnly,
      boolean current,
      String digest) {}

  /** Every edition, the oldest first. */
  List<Summary> list(Instant now);

  /** The document as its authors wrote it. */
  Optional<String> document(String id);

  /**
   * The edition itself.
   *
   * @throws IllegalArgumentException if there is none; an account pins only what is there
   */
  Edition edition(String id);

  /** Whether an edition of that id is published. */
  boolean known(String id);

  /** The latest effective edition that is for open tickets, too. */
  Optional<String> forOpenTickets(Instant now);

  /**
   * The id of the event that said that the edition is published.
   *
   * @throws IllegalArgumentException if there is none
   */
  String publishedAs(String id);

  /** Stores the edition, throws its draft away and says EditionPublished, in one transaction. */
  Publication publish(Edition edition, String document, Instant now);
}
