package dev.hourglass.slamonitor.gate;

import dev.hourglass.contracts.progress.RelayProgressed;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The gate of the speakers: up to when each of them has said all that it knew. */
public final class SpeakersGate {

  private final Collection<String> speakers;
  private final String ofDeliveries;
  private final Map<String, Instant> saidUpTo = new ConcurrentHashMap<>();

  /**
   * A gate that nobody has been heard at yet.
   *
   * @param speakers all of them
   * @param ofDeliveries the one whose facts are about deliveries only
   */
  public SpeakersGate(Collection<String> speakers, String ofDeliveries) {
    this.speakers = speakers;
    this.ofDeliveries = ofDeliveries;
  }

  /** A speaker reported; {@code heardAt} by our clock, for its own may be ahead. */
  public void heard(RelayProgressed progress, Instant heardAt) {
    if (speakers.contains(progress.speaker())) {
      Instant upTo = progress.saidUpTo();
      saidUpTo.put(progress.speaker(), upTo.isAfter(heardAt) ? heardAt : upTo);
    }
  }

  /** Up to when all have said all, by their latest reports. */
  public Spoken spoken() {
    return new Spoken(
        earliest(speaker -> true), earliest(speaker -> !speaker.equals(ofDeliveries)));
  }

  /** The speakers that have not said all up to {@code instant}, and up to when each has. */
  public Map<String, Instant> missing(Instant instant) {
    Map<String, Instant> missing = new TreeMap<>();
    for (String speaker : speakers) {
      Instant upTo = saidUpTo.getOrDefault(speaker, Instant.MIN);
      if (upTo.isBefore(instant)) {
        missing.put(speaker, upTo);
      }
    }
    return missing;
  }

  private Instant earliest(Predicate<String> which) {
    return speakers.stream()
        .filter(which)
        .map(speaker -> saidUpTo.getOrDefault(speaker, Instant.MIN))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }
}
