package dev.hourglass.contracts;

/**
 * What an event says: the {@code data} of its CloudEvents document. Always a record, named in the
 * past tense.
 */
public interface EventData {

  /** The Kafka key and CloudEvents {@code subject}: whom or what the event is about. */
  String subject();
}
