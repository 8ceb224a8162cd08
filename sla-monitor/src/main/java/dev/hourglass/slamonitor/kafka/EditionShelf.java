package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.calendar.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The calendars for those who are not part of the stream: a look into its global store, which every
 * instance has whole. While the stream starts, no calendar is known yet.
 */
@ApplicationScoped
class EditionShelf implements Supplier<Calendars> {

  private final KafkaStreams streams;

  EditionShelf(KafkaStreams streams) {
    this.streams = streams;
  }

  /** For one answer: what was read of an edition is kept as long as the answer takes. */
  @Override
  public Calendars get() {
    try {
      ReadOnlyKeyValueStore<String, byte[]> editions =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                  SlaTopology.EDITIONS, QueryableStoreTypes.keyValueStore()));
      return new EditionCalendars(editions);
    } catch (InvalidStateStoreException | IllegalStateException e) {
      return (edition, calendar) -> Optional.empty();
    }
  }
}
