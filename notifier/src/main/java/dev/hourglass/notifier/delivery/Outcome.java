package dev.hourglass.notifier.delivery;

import java.time.Duration;
import java.time.Instant;

/** What came of an attempt. */
public sealed interface Outcome {

  /** The recipient's relay accepted it. */
  record Sent(Instant acceptedAt) implements Outcome {}

  /** It failed and is tried again. */
  record Retry(Instant at, String reason) implements Outcome {}

  /** It failed and is not tried again. */
  record GivenUp(String reason) implements Outcome {}

  /** It was not sent, and may be then; this counts as no attempt. */
  record Postponed(Instant until) implements Outcome {}

  /** It was not sent, for its recipient is not to get it; nobody was promised it. */
  record Suppressed(String reason) implements Outcome {}

  /** It was not sent, for nobody wants it any more. */
  record Withdrawn() implements Outcome {}

  /** The provider wants fewer: it and all others to that provider wait. No attempt is used up. */
  record Throttled(String reason) implements Outcome {}

  /** Our relay does not let us in: all mails wait. No attempt is used up. */
  record Misconfigured(String reason) implements Outcome {}

  /**
   * It was not tried, for our own rate to its provider is used up. No attempt is used up.
   *
   * @param step between two that go to that provider
   */
  record Later(Instant at, Duration step) implements Outcome {}
}
