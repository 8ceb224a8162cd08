package dev.hourglass.notifier.bounce;

import static dev.hourglass.contracts.Rules.required;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server tells of a mail after it was accepted (RFC 3464).
 *
 * @param id the same for the same notice, however often it comes
 * @param messageIds of the mail that it is about, with angle brackets; empty if it does not tell
 */
public record Notice(String id, Set<String> messageIds, List<Report> reports) {

  public Notice {
    required(id, "id");
    messageIds = Set.copyOf(messageIds);
    reports = List.copyOf(reports);
  }

  /** What happened to the mail. */
  public enum Action {
    /** It cannot be delivered; nobody tries any more. */
    FAILED,
    /** It could not be delivered yet. */
    DELAYED,
    /** It was delivered, handed on, or given to many: nothing to worry about. */
    OTHER
  }

  /**
   * What happened for one recipient.
   *
   * @param status RFC 3463, for example {@code 5.1.1}
   * @param recipient as we wrote it, or as the server knows it
   */
  public record Report(Action action, @Nullable String status, @Nullable String recipient) {

    public Report {
      required(action, "action");
    }
  }

  /** The worst that it reports, if it reports anything. */
  public @Nullable Report worst() {
    return reports.stream().min(java.util.Comparator.comparing(Report::action)).orElse(null);
  }
}
