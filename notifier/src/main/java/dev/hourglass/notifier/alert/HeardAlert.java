package dev.hourglass.notifier.alert;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.SlaBreachWithdrawn;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.notifier.subscription.AlertTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert with what is known about its ticket.
 *
 * @param document as it stands in the topic
 */
public record HeardAlert(UUID id, Event<Alert> event, String document, AlertTraits traits) {

  /** The sequence numbers that one millisecond has room for. */
  private static final long PLACES = 1_000;

  public HeardAlert {
    required(id, "id");
    required(event, "event");
    required(document, "document");
    required(traits, "traits");
  }

  /** What it says. */
  public Alert alert() {
    return event.data();
  }

  /** The breach that it takes back, if it does. */
  public @Nullable UUID breach() {
    return alert() instanceof SlaBreachWithdrawn withdrawn ? uuid(withdrawn.breachId()) : null;
  }

  /** Its place among the alerts of its ticket: the order in which the monitor saw them. */
  public long place() {
    return alert().detectedAt().toEpochMilli() * PLACES + event.sequence() % PLACES;
  }

  /**
   * Whether it comes late: the monitor saw it late, or we hear of it only now.
   *
   * @param patience how long after it was seen it is still news
   */
  public boolean isLate(Instant now, Duration patience) {
    boolean seenLate = alert() instanceof SlaBreached breach && breach.late();
    return seenLate || alert().detectedAt().plus(patience).isBefore(now);
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      // No id of ours: then it takes back nothing that we know.
      return null;
    }
  }
}
