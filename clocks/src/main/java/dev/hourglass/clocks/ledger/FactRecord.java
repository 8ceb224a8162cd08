package dev.hourglass.clocks.ledger;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.Plausible;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import dev.hourglass.contracts.timing.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one reading of a record of {@code timings}: for the stream, the ledger and a replay. */
public final class FactRecord {

  private FactRecord() {}

  /**
   * The fact that a record holds.
   *
   * @param timestamp when the log took it up, in milliseconds since 1970
   * @throws MalformedEventException if it is none
   */
  public static LoggedFact read(byte @Nullable [] key, byte @Nullable [] value, long timestamp) {
    Event<Fact> event = EventJson.read(Topics.TIMINGS, value);
    String subject = key == null ? "" : new String(key, StandardCharsets.UTF_8);
    if (!subject.equals(event.subject())) {
      // Another partition may hold the rest of the ticket: two tasks must not keep one ticket.
      throw new MalformedEventException("the key of the record is not the subject of the event");
    }
    HeardFact heard = HeardFact.of(event, Instant.ofEpochMilli(Math.max(0, timestamp)));
    Optional<String> objection = Plausible.objection(heard);
    if (objection.isPresent()) {
      throw new MalformedEventException(objection.get());
    }
    return new LoggedFact(heard, event.time());
  }
}
