package dev.hourglass.notifier.subscription;

import static dev.hourglass.contracts.Rules.rule;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far the alerts of before have been read, per partition of a topic ({@code sla-breaches-3}).
 *
 * @param next the offset to read next
 * @param end the offset to stop before: what came later was heard as it came
 */
public record BackfillProgress(Map<String, Long> next, Map<String, Long> end) {

  public BackfillProgress {
    rule(next.keySet().equals(end.keySet()), "each partition has a next offset and an end");
    next = Map.copyOf(next);
    end = Map.copyOf(end);
  }

  /** After a partition was read up to an offset, exclusive. */
  public BackfillProgress read(String partition, long upTo) {
    Map<String, Long> after = new TreeMap<>(next);
    after.put(partition, Math.max(upTo, next.get(partition)));
    return new BackfillProgress(after, end);
  }

  /** Whether there is something left to read in a partition. */
  public boolean isOpen(String partition) {
    return next.get(partition) < end.get(partition);
  }

  /** Whether all is read. */
  public boolean isDone() {
    return next.keySet().stream().noneMatch(this::isOpen);
  }
}
