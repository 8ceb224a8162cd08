package dev.hourglass.clocks.history;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.timing.Fact;
import java.time.Duration;
import java.time.Instant;

/**
 * A fact as it was heard.
 *
 * @param id the id of its event; a fact counts once however often it is heard
 * @param source who said it
 * @param sequence counts up per ticket and speaker
 * @param heardAt when the log took it up, by the broker's clock
 */
public record HeardFact(String id, String source, long sequence, Instant heardAt, Fact fact) {

  /** How far a speaker's clock may run ahead of the broker's before we believe the broker. */
  public static final Duration ALLOWED_SKEW = Duration.ofSeconds(2);

  public HeardFact {
    required(id, "id");
    required(source, "source");
    required(heardAt, "heardAt");
    required(fact, "fact");
  }

  public static HeardFact of(Event<Fact> event, Instant heardAt) {
    return new HeardFact(event.id(), event.source(), event.sequence(), heardAt, event.data());
  }

  /** Whether it claims to have happened later than it was heard of. */
  public boolean fromTheFuture() {
    return fact.occurredAt().isAfter(heardAt.plus(ALLOWED_SKEW));
  }

  /** When it happened, as far as we believe it. */
  Instant believedAt() {
    return fromTheFuture() ? heardAt : fact.occurredAt();
  }
}
