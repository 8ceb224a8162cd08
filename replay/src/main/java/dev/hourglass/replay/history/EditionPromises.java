package dev.hourglass.replay.history;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Promise;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.replay.comparison.EditionName;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an edition would have promised, and the calendars on which it would have counted. Whether it
 * was in effect then is not asked: that is what a replay is for.
 */
public final class EditionPromises implements Promises {

  private final Edition edition;
  private final Map<String, WorkingCalendar> calendars;
  private final Set<Metric> metrics;

  /**
   * All that the edition promises; lays out its calendars.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} if one cannot be
   */
  public EditionPromises(Edition edition) {
    this(
        required(edition, "edition"),
        WorkingCalendar.byName(edition.calendars()),
        EnumSet.allOf(Metric.class));
  }

  private EditionPromises(
      Edition edition, Map<String, WorkingCalendar> calendars, Set<Metric> metrics) {
    this.edition = edition;
    this.calendars = calendars;
    this.metrics = metrics;
  }

  /** Of its promises those of some metrics only, where others cannot be measured. */
  public EditionPromises only(Set<Metric> measured) {
    return new EditionPromises(edition, calendars, measured);
  }

  public Edition edition() {
    return edition;
  }

  public EditionName name() {
    return new EditionName(edition.id(), edition.title());
  }

  /** What the edition promises on that basis. */
  public Promise promise(Basis basis) {
    Promise whole = edition.promise(basis).promise();
    return new Promise(
        whole.edition(),
        whole.targets().stream().filter(target -> metrics.contains(target.metric())).toList());
  }

  /**
   * The same facts with promises of this edition in the place of those that were made, each under
   * its old id, at its old instant.
   */
  @Override
  public List<HeardFact> promised(Collection<HeardFact> facts) {
    return facts.stream().map(this::promisedAnew).toList();
  }

  /** All its promises are of this edition, even where another edition has the same name. */
  @Override
  public Optional<WorkingCalendar> find(String ofEdition, String calendar) {
    return Optional.ofNullable(calendars.get(calendar));
  }

  private HeardFact promisedAnew(HeardFact heard) {
    if (!(heard.fact() instanceof TicketPrioritized made)) {
      return heard;
    }
    TicketPrioritized anew =
        new TicketPrioritized(
            made.ticketId(),
            made.occurredAt(),
            made.cause(),
            made.priority(),
            made.reasons(),
            made.confidence(),
            made.review(),
            made.entitlement(),
            made.basis(),
            promise(made.basis()));
    return new HeardFact(heard.id(), heard.source(), heard.sequence(), heard.heardAt(), anew);
  }
}
