package dev.hourglass.notifier.survey;

import dev.hourglass.notifier.delivery.Delivery;
import java.time.Instant;

/** Lets surveys and reminders out, right before they are sent. */
public interface SurveyGate {

  /**
   * Whether this delivery may be sent {@code now}.
   *
   * <p>Guaranteed: of several surveys to one recipient, wherever they are about to be sent at the
   * same time, one passes, and the others wait for what comes of it.
   */
  SurveyRules.Verdict pass(Delivery delivery, Instant now);
}
