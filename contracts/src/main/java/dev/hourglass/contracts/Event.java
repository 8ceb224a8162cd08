package dev.hourglass.contracts;

import static dev.hourglass.contracts.Rules.name;
import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;

/**
 * One event as every topic, webhook and stream carries it: a CloudEvents 1.0 document.
 *
 * @param id stable across redeliveries; a consumer drops an id that it knows
 * @param source the module that says it, for example {@code ticket-intake}
 * @param type the simple name of the data's record
 * @param subject the ticket (or account, edition, speaker) it is about; the Kafka key
 * @param time when it was recorded, by the speaker's clock (UTC)
 * @param sequence counts up by one per subject, speaker and topic from 1; 0 where nobody orders by
 *     it
 * @param data what is said
 */
public record Event<D extends EventData>(
    String id, String source, String type, String subject, Instant time, long sequence, D data) {

  public Event {
    name(id, "id");
    name(source, "source");
    required(type, "type");
    name(subject, "subject");
    required(time, "time");
    required(data, "data");
    rule(sequence >= 0, "'sequence' counts up from 0");
    rule(type.equals(data.getClass().getSimpleName()), "'type' must name the record of 'data'");
    rule(subject.equals(data.subject()), "'subject' must be what 'data' is about");
  }

  /** An event under a new time-ordered id (UUIDv7). */
  public static <D extends EventData> Event<D> of(
      String source, Instant time, long sequence, D data) {
    return withId(UuidCreator.getTimeOrderedEpoch().toString(), source, time, sequence, data);
  }

  /** An event whose id the speaker derives, so that saying it again is saying the same. */
  public static <D extends EventData> Event<D> withId(
      String id, String source, Instant time, long sequence, D data) {
    return new Event<>(
        id, source, data.getClass().getSimpleName(), data.subject(), time, sequence, data);
  }
}
