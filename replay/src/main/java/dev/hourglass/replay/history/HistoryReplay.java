package dev.hourglass.replay.history;

import dev.hourglass.clocks.clock.CalendarName;
import dev.hourglass.clocks.clock.ClockFold;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.clocks.history.TicketHistory;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.replay.comparison.Comparison;
import dev.hourglass.replay.comparison.EditionName;
import dev.hourglass.replay.comparison.LeftOut;
import dev.hourglass.replay.comparison.Missed;
import dev.hourglass.replay.comparison.Report;
import dev.hourglass.replay.comparison.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Folds each ticket twice: with the promises that were made, or those of an edition to compare
 * with, and with those that another edition would have made; all other facts are the same. Pure.
 */
public final class HistoryReplay {

  private final Promises baseline;
  private final Optional<EditionName> against;
  private final EditionPromises edition;
  private final Window window;
  private final List<Missed> missedInBaseline = new ArrayList<>();
  private final List<Missed> missedReplayed = new ArrayList<>();
  private final LeftOut uncountable = new LeftOut();
  private int tickets;
  private long facts;
  private int neverReceived;

  /** Compares with the promises that were made; has not heard of any ticket yet. */
  public HistoryReplay(AsMade asMade, EditionPromises edition, Window window) {
    this(asMade, Optional.empty(), edition, window);
  }

  /** Compares two editions; what was promised when it happened is not asked. */
  public HistoryReplay(EditionPromises against, EditionPromises edition, Window window) {
    this(against, Optional.of(against.name()), edition, window);
  }

  private HistoryReplay(
      Promises baseline, Optional<EditionName> against, EditionPromises edition, Window window) {
    this.baseline = baseline;
    this.against = against;
    this.edition = edition;
    this.window = window;
  }

  /** Folds the facts of one ticket, in any order, if it is one of those chosen. */
  public void ticket(Collection<HeardFact> heard) {
    Optional<Instant> receivedAt =
        heard.stream()
            .filter(each -> each.fact() instanceof TicketReceived)
            .map(Window::happenedAt)
            .min(Comparator.naturalOrder());
    if (receivedAt.isEmpty()) {
      neverReceived++;
    } else if (window.chooses(receivedAt.get())) {
      fold(window.happened(heard));
    }
  }

  public LeftOut uncountable() {
    return uncountable;
  }

  /**
   * What came of it.
   *
   * @param unreadable how many records were left out before they came here
   */
  public Report report(int unreadable) {
    return new Report(
        edition.name(),
        against,
        window,
        tickets,
        facts,
        new Report.Counts(unreadable, neverReceived, uncountable.count()),
        Comparison.of(missedInBaseline, missedReplayed),
        Optional.empty());
  }

  private void fold(Collection<HeardFact> heard) {
    try {
      TicketHistory history = TicketHistory.of(baseline.promised(heard));
      Set<CalendarName> missing = ClockFold.missing(history, baseline);
      if (!missing.isEmpty()) {
        uncountable.add(nameOf(heard) + ": nobody has published " + editions(missing));
        return;
      }
      List<Missed> before = Missed.of(ClockFold.fold(history, baseline, window.asOf()));
      TicketHistory anew = TicketHistory.of(edition.promised(heard));
      missedReplayed.addAll(Missed.of(ClockFold.fold(anew, edition, window.asOf())));
      missedInBaseline.addAll(before);
      tickets++;
      facts += history.facts();
    } catch (RuntimeException e) {
      // Pure code: one ticket that cannot be counted out must not hide all others.
      uncountable.add(nameOf(heard) + ": " + e.getMessage());
    }
  }

  private static String editions(Set<CalendarName> missing) {
    return missing.stream()
        .map(name -> "calendar '" + name.calendar() + "' of edition '" + name.edition() + "'")
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String nameOf(Collection<HeardFact> heard) {
    return "ticket " + heard.iterator().next().fact().ticketId();
  }
}
