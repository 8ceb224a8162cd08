package dev.hourglass.notifier.alert;

import java.util.Optional;
import java.util.UUID;

/** The alerts that were heard of. */
public interface Alerts {

  /** Remembers an alert; hearing it again changes nothing. */
  void remember(KnownAlert alert);

  /**
   * Somebody takes care of what an alert said; said once, as a fact, in the same transaction.
   *
   * @param by the role or post, as the team calls it
   * @return the first acknowledgement of the alert, whoever made it; empty if nobody knows the
   *     alert
   */
  Optional<Acknowledgement> acknowledge(UUID alert, String by);
}
