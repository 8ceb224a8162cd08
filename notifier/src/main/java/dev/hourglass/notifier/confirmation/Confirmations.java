package dev.hourglass.notifier.confirmation;

import dev.hourglass.contracts.Rules;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.timing.TicketPrioritized;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a confirmation says.
 *
 * @param roundTheClock the names of calendars on which time never stands still: only there can a
 *     deadline be said as a date and time without the edition at hand
 */
public record Confirmations(Languages languages, Set<String> roundTheClock) {

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
        promise == null ? List.of() : lines(promise, start, moments, language),
        promise == null || promise.basis().accountKnown(),
        entitled ? null : promise.basis().channel(),
        promise == null ? List.of() : promise.entitlement().instead());
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
      TicketPrioritized promise, Instant start, Moments moments, Language language) {
    return promise.promise().targets().stream()
        .filter(target -> TOLD.contains(target.metric()))
        .map(target -> line(target, start, moments, language))
        .toList();
  }

  private PromiseLine line(Target target, Instant start, Moments moments, Language language) {
    String within = Spans.inWords(target.within(), language);
    boolean always = roundTheClock.contains(target.calendar());
    if (!always || REPEATED.contains(target.metric())) {
      return new PromiseLine(target.metric(), within, null, null, !always);
    }
    Instant deadline = start.plus(target.within());
    return new PromiseLine(
        target.metric(), within, moments.dateAndTime(deadline), moments.zoneName(deadline), false);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
