package dev.hourglass.notifier.alert;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.Alert;
import java.util.Optional;
import java.util.UUID;

/** The alerts that were heard of. */
public interface Alerts {

  /**
   * Remembers an alert and writes the deliveries to those who subscribed to it, in one transaction;
   * hearing it again changes nothing.
   *
   * @param document the event as it stands in the topic
   */
  void hear(Event<Alert> event, String document);

  /**
   * Somebody takes care of what an alert said; said once, as a fact, in the same transaction.
   *
   * @param by the role or post, as the team calls it
   * @return the first acknowledgement of the alert, whoever made it; empty if nobody knows the
   *     alert
   */
  Optional<Acknowledgement> acknowledge(UUID alert, String by);
}
