package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The calendars of the editions heard of. An edition never changes, so it is read once. */
final class EditionCalendars implements Calendars {

  private final ReadOnlyKeyValueStore<String, byte[]> editions;
  private final Map<String, Map<String, WorkingCalendar>> read = new HashMap<>();

  EditionCalendars(ReadOnlyKeyValueStore<String, byte[]> editions) {
    this.editions = editions;
  }

  @Override
  public Optional<WorkingCalendar> find(String edition, String calendar) {
    Map<String, WorkingCalendar> calendars = read.get(edition);
    if (calendars == null) {
      byte[] event = editions.get(edition);
      if (event == null) {
        return Optional.empty();
      }
      calendars = calendars(event);
      read.put(edition, calendars);
    }
    return Optional.ofNullable(calendars.get(calendar));
  }

  private static Map<String, WorkingCalendar> calendars(byte[] event) {
    return WorkingCalendar.byName(EventJson.read(Topics.EDITIONS, event).data().calendars());
  }
}
