package dev.hourglass.slamonitor.gate;

import dev.hourglass.clocks.alert.SpokenUpTo;
import dev.hourglass.contracts.progress.RelayProgressed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gate of the speakers: up to when each of them has said all that it knew. A speaker that
 * reports, and has nothing waiting for longer than is usual, has spoken up to now; one that is
 * behind, up to its oldest fact that waits; one that is silent, up to where it was heard last.
 */
public final class SpeakersGate {

  private final Collection<String> speakers;
  private final Duration silentAfter;
  private final Duration usualWait;
  private final Duration holdAtMost;
  private final Map<String, Report> reports = new ConcurrentHashMap<>();

  /**
   * A gate that nobody has been heard at yet.
   *
   * @param silentAfter without a report for so long, a speaker counts as silent
   * @param usualWait facts wait for so long on their way from commit to Kafka without it meaning
   *     anything
   * @param holdAtMost for how long after its deadline a breach is held back
   */
  public SpeakersGate(
      Collection<String> speakers, Duration silentAfter, Duration usualWait, Duration holdAtMost) {
    this.speakers = speakers;
    this.silentAfter = silentAfter;
    this.usualWait = usualWait;
    this.holdAtMost = holdAtMost;
  }

  /** A speaker reported; {@code heardAt} by our clock, for its own may go wrong. */
  public void heard(RelayProgressed progress, Instant heardAt) {
    if (speakers.contains(progress.speaker())) {
      reports.put(progress.speaker(), new Report(progress, heardAt));
    }
  }

  /** Up to when the speakers have spoken, seen from {@code now}. */
  public SpokenUpTo spokenUpTo(Instant now) {
    Instant complete =
        speakers.stream()
            .map(speaker -> spokenUpTo(speaker, now))
            .min(Comparator.naturalOrder())
            .orElse(now);
    Instant longAgo = now.minus(holdAtMost);
    return new SpokenUpTo(complete, complete.isBefore(longAgo) ? longAgo : complete);
  }

  /** The speakers that hold alerts back now, and up to when each was heard. */
  public Map<String, Instant> missing(Instant now) {
    Map<String, Instant> missing = new TreeMap<>();
    for (String speaker : speakers) {
      Instant upTo = spokenUpTo(speaker, now);
      if (upTo.isBefore(now)) {
        missing.put(speaker, upTo);
      }
    }
    return missing;
  }

  private Instant spokenUpTo(String speaker, Instant now) {
    Report report = reports.get(speaker);
    if (report == null) {
      return Instant.MIN;
    }
    Instant oldest = report.progress().oldestUnpublishedAt();
    Instant lookedAt = report.progress().at();
    if (oldest != null && oldest.isBefore(lookedAt.minus(usualWait))) {
      return oldest;
    }
    return report.heardAt().isBefore(now.minus(silentAfter)) ? lookedAt : now;
  }

  private record Report(RelayProgressed progress, Instant heardAt) {}
}
