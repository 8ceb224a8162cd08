package dev.hourglass.replay.incident;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The updates of one incident, at least one, in the order in which they were made.
 *
 * @param rows in order of time, whatever their order in the file
 */
public record Incident(String number, List<IncidentRow> rows) {

  public Incident {
    rows = rows.stream().sorted(IncidentRow.IN_ORDER).toList();
  }

  /** Brings together what belongs to one incident. */
  public static Collection<Incident> of(Collection<IncidentRow> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(IncidentRow::number, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> new Incident(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The same incident is the same ticket in every replay. */
  UUID ticketId() {
    return UUID.nameUUIDFromBytes(("incident " + number).getBytes(StandardCharsets.UTF_8));
  }

  IncidentRow first() {
    return rows.get(0);
  }

  IncidentRow last() {
    return rows.get(rows.size() - 1);
  }

  /**
   * What the log says of the whole incident, as of {@code instant}: true if its target was met.
   * Empty before it was closed, since every row before claims that it was met.
   */
  Optional<Boolean> verdict(Instant instant) {
    IncidentRow last = last();
    return last.state() == IncidentState.CLOSED && !last.updatedAt().isAfter(instant)
        ? Optional.ofNullable(last.made())
        : Optional.empty();
  }

  /** From which row on it stays closed; an incident that was opened again was only resolved. */
  int closedForGood() {
    int open = rows.size();
    while (open > 0 && !rows.get(open - 1).state().open()) {
      open--;
    }
    return open;
  }
}
