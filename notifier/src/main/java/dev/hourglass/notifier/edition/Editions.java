package dev.hourglass.notifier.edition;

import dev.hourglass.contracts.edition.EditionPublished;
import java.util.Optional;

/** The editions of the support policy that were heard of. An edition never changes. */
public interface Editions {

  /** The edition of that name; empty while it has not been heard of. */
  Optional<KnownEdition> find(String edition);

  /**
   * Remembers an edition; hearing it again changes nothing.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} if it is known with
   *     other content, or if a calendar of it cannot be laid out
   */
  void hear(EditionPublished edition);
}
