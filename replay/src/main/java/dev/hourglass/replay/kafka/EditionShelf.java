package dev.hourglass.replay.kafka;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.edition.EditionPublished;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calendars of the editions heard of. An edition is immutable: the first one heard stays. */
final class EditionShelf implements Calendars {

  private final Map<String, Map<String, WorkingCalendar>> editions = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();

  /**
   * Takes up a record of the topic.
   *
   * @throws MalformedEventException if it is no edition, or one that is known with other content
   */
  void put(byte @Nullable [] record) {
    if (record == null) {
      return; // A tombstone: promises that name the edition are to be kept all the same.
    }
    EditionPublished edition = EventJson.read(Topics.EDITIONS, record).data();
    String known = digests.putIfAbsent(edition.edition(), edition.digest());
    if (known != null && !known.equals(edition.digest())) {
      throw new MalformedEventException("the edition is known with other content");
    }
    try {
      editions.putIfAbsent(edition.edition(), WorkingCalendar.byName(edition.calendars()));
    } catch (IllegalArgumentException | DateTimeException e) {
      digests.remove(edition.edition());
      throw new MalformedEventException("a calendar cannot be laid out: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<WorkingCalendar> find(String edition, String calendar) {
    return Optional.ofNullable(editions.getOrDefault(edition, Map.of()).get(calendar));
  }
}
