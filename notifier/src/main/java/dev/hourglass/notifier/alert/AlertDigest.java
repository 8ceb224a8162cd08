package dev.hourglass.notifier.alert;

import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.notifier.subscription.AlertTarget;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mail about many alerts says, and to whom.
 *
 * @param lines at most {@link #MOST_LINES}, the most urgent first
 * @param rest how many more there are
 */
public record AlertDigest(
    UUID subscription, String name, AlertTarget.Mailboxes target, List<Line> lines, int rest) {

  /** More is no mail that anybody reads. */
  public static final int MOST_LINES = 200;

  /**
   * One alert.
   *
   * @param withdrawn whether it is a breach that was taken back since
   */
  public record Line(AlertNotice notice, boolean withdrawn) {}

  public AlertDigest {
    lines = List.copyOf(lines);
  }

  /** The most urgent priority among them, if one is known. */
  public @Nullable Priority mostUrgent() {
    return lines.stream()
        .map(line -> line.notice().priority())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** How many alerts it is about. */
  public int count() {
    return lines.size() + rest;
  }
}
