package dev.hourglass.notifier.confirmation;

import dev.hourglass.clocks.calendar.NoWorkingTimeException;
import dev.hourglass.clocks.calendar.WorkingCalendar;
import dev.hourglass.contracts.Rules;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Route;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.notifier.edition.Editions;
import dev.hourglass.notifier.edition.KnownEdition;
import dev.hourglass.notifier.language.Language;
import dev.hourglass.notifier.language.Languages;
import dev.hourglass.notifier.language.Moments;
import dev.hourglass.notifier.language.Spans;
import dev.hourglass.notifier.ticket.Content;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a confirmation says.
 *
 * @param editions where the calendars and phone lines of a promise's edition are found
 * @param roundTheClock the names of calendars on which time never stands still: while the edition
 *     has not been heard of, only there can a deadline be said as a date and time
 */
public record Confirmations(Languages languages, Editions editions, Set<String> roundTheClock) {

  /** This mail itself is the confirmation, so its own target is not news. */
  private static final Set<Metric> TOLD = EnumSet.complementOf(EnumSet.of(Metric.CONFIRMATION));

  /** Targets that count from the customer's next word, not from the start of the ticket. */
  private static final Set<Metric> REPEATED = EnumSet.of(Metric.NEXT_REPLY, Metric.UPDATE);

  private static final Duration SECONDS_MATTER = Duration.ofMinutes(10);

  public Confirmations {
    roundTheClock = Set.copyOf(roundTheClock);
  }

  /** What to say of a ticket whose content is known. */
  public Confirmation of(KnownTicket ticket) {
    Content content = Rules.required(ticket.content(), "content");
    TicketPrioritized promise =
        content.proper() && ticket.isPromised() ? ticket.prioritized() : null;
    Language language = languages.of(ticket);
    Moments moments = languages.moments(ticket, secondsMatter(promise));
    Instant start = ticket.startedAt() != null ? ticket.startedAt() : content.occurredAt();
    List<Understood> understood = promise == null ? List.of() : Understood.among(promise.reasons());
    boolean entitled = promise == null || promise.entitlement().allowed();
    KnownEdition edition =
        promise == null ? null : editions.find(promise.promise().edition()).orElse(null);
    return new Confirmation(
        language,
        moments.locale(),
        content.reference(),
        blankToNull(content.name()),
        blankToNull(content.subject()),
        content.missing(),
        moments.dateTimeAndZone(start),
        promise == null ? null : promise.priority(),
        understood,
        promise == null ? List.of() : otherReasons(promise, language, understood),
        promise == null ? List.of() : lines(promise, edition, start, moments, language),
        promise == null || promise.basis().accountKnown(),
        entitled ? null : promise.basis().channel(),
        promise == null ? List.of() : promise.entitlement().instead(),
        promise == null ? null : phone(promise, edition));
  }

  private static boolean secondsMatter(@Nullable TicketPrioritized promise) {
    return promise != null
        && promise.promise().targets().stream()
            .anyMatch(target -> target.within().compareTo(SECONDS_MATTER) < 0);
  }

  private static List<String> otherReasons(
      TicketPrioritized promise, Language language, List<Understood> understood) {
    return language == Language.EN && understood.isEmpty()
        ? promise.reasons().stream().limit(1).map(Reason::text).toList()
        : List.of();
  }

  private List<PromiseLine> lines(
      TicketPrioritized promise,
      @Nullable KnownEdition edition,
      Instant start,
      Moments moments,
      Language language) {
    return promise.promise().targets().stream()
        .filter(target -> TOLD.contains(target.metric()))
        .map(target -> line(target, start, moments, language, edition))
        .toList();
  }

  private PromiseLine line(
      Target target,
      Instant start,
      Moments moments,
      Language language,
      @Nullable KnownEdition edition) {
    String within = Spans.inWords(target.within(), language);
    Optional<WorkingCalendar> calendar =
        Optional.ofNullable(edition).flatMap(known -> known.calendar(target.calendar()));
    boolean always =
        calendar
            .map(known -> known.zone().isEmpty())
            .orElseGet(() -> roundTheClock.contains(target.calendar()));
    boolean waits = target.pausedBy().contains(PauseReason.WAITING_CUSTOMER);
    Instant deadline =
        REPEATED.contains(target.metric()) ? null : deadline(target, start, calendar, always);
    return new PromiseLine(
        target.metric(),
        within,
        deadline == null ? null : moments.dateAndTime(deadline),
        deadline == null ? null : moments.zoneName(deadline),
        !always,
        waits);
  }

  private static @Nullable Instant deadline(
      Target target, Instant start, Optional<WorkingCalendar> calendar, boolean always) {
    try {
      return calendar
          .map(known -> known.add(start, target.within()))
          .orElseGet(() -> always ? start.plus(target.within()) : null);
    } catch (NoWorkingTimeException e) {
      // A calendar with hardly any hours: the duration is all that can be said.
      return null;
    }
  }

  private static @Nullable Phone phone(TicketPrioritized promise, @Nullable KnownEdition edition) {
    Basis basis = promise.basis();
    boolean told =
        edition != null
            && (promise.entitlement().instead().contains(Route.PHONE) || edition.mayCall(basis));
    return told ? Phone.of(edition.phoneLines(basis.region()), basis.queue()) : null;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
