package dev.hourglass.notifier.delivery;

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
}
