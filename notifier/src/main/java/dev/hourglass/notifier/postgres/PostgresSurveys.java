package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.language.Languages;
import dev.hourglass.notifier.survey.Level;
import dev.hourglass.notifier.survey.SurveySheet;
import dev.hourglass.notifier.survey.SurveySheet.Standing;
import dev.hourglass.notifier.survey.SurveyToken;
import dev.hourglass.notifier.survey.SurveyTokens;
import dev.hourglass.notifier.survey.Surveys;
import dev.hourglass.notifier.ticket.KnownTicket;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Surveys and their answers as rows; an answer and its event are one transaction. */
@ApplicationScoped
public class PostgresSurveys implements Surveys {

  private final SurveyTokens tokens;
  private final Languages languages;
  private final TicketRows tickets;
  private final DeliveryRows deliveries;
  private final RatingRows ratings;
  private final SurveyReminders reminders;
  private final SurveyRecipients recipients;
  private final Commits commits;
  private final MeterRegistry registry;
  private final Clock clock;

  PostgresSurveys(
      SurveyTokens tokens,
      Languages languages,
      TicketRows tickets,
      DeliveryRows deliveries,
      RatingRows ratings,
      SurveyReminders reminders,
      SurveyRecipients recipients,
      Commits commits,
      MeterRegistry registry,
      Clock clock) {
    this.tokens = tokens;
    this.languages = languages;
    this.tickets = tickets;
    this.deliveries = deliveries;
    this.ratings = ratings;
    this.reminders = reminders;
    this.recipients = recipients;
    this.commits = commits;
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  @Transactional
  public SurveySheet look(String signed) {
    Optional<SurveyToken> token = tokens.verify(signed);
    return token
        .flatMap(each -> tickets.findByIdOptional(each.ticketId()))
        .map(row -> sheet(token.get(), row, rating(token.get())))
        .orElseGet(SurveySheet::unknown);
  }

  @Override
  @Transactional
  public SurveySheet answer(String signed, Level level, @Nullable String comment) {
    Optional<SurveyToken> token = tokens.verify(signed);
    return token
        .flatMap(each -> tickets.existing(each.ticketId()))
        .map(row -> answered(token.get(), row, level, comment))
        .orElseGet(SurveySheet::unknown);
  }

  private SurveySheet answered(
      SurveyToken token, TicketRow row, Level level, @Nullable String comment) {
    RatingRow rating = rating(token);
    SurveySheet sheet = sheet(token, row, rating);
    if (!sheet.isOpen()) {
      return sheet;
    }
    if (rating != null && rating.level == level.number() && same(rating.comment, comment)) {
      return sheet;
    }
    // As the column keeps it, so that it is said the same the next time.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    RatingRow answer = ratings.answered(row, token.cycle(), level, comment, now);
    reminders.answered(row.id, token.cycle());
    commits.after(
        () -> registry.counter("notifier.ratings", "level", "" + level.number()).increment());
    return sheet(token, row, answer);
  }

  @Override
  @Transactional
  public SurveySheet unsubscribe(String signed) {
    Optional<SurveyToken> token = tokens.verify(signed);
    return token
        .flatMap(each -> tickets.findByIdOptional(each.ticketId()))
        .map(row -> unsubscribed(token.get(), row))
        .orElseGet(SurveySheet::unknown);
  }

  private SurveySheet unsubscribed(SurveyToken token, TicketRow row) {
    SurveySheet sheet = sheet(token, row, null);
    if (row.email == null) {
      return sheet.with(Standing.ENDED);
    }
    Set<String> addresses = surveyed(token);
    if (addresses.isEmpty()) {
      // It has just been accepted, and we have not written that down yet.
      addresses.add(row.email);
    }
    Instant now = clock.instant();
    long news = addresses.stream().filter(each -> recipients.unsubscribe(each, now)).count();
    commits.after(() -> registry.counter("notifier.surveys.unsubscribed").increment(news));
    return sheet.with(Standing.UNSUBSCRIBED);
  }

  /** Where that survey went to. */
  private Set<String> surveyed(SurveyToken token) {
    return deliveries.of(token.ticketId(), DeliveryKind.SURVEY, token.cycle()).stream()
        .filter(each -> each.sentAt != null)
        .map(each -> each.recipient)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return Objects.equals(one, other);
  }

  private @Nullable RatingRow rating(SurveyToken token) {
    return ratings.of(token.ticketId(), token.cycle()).orElse(null);
  }

  private SurveySheet sheet(SurveyToken token, TicketRow row, @Nullable RatingRow rating) {
    KnownTicket ticket = TicketRows.toTicket(row);
    boolean answered = rating != null && rating.revision > 0;
    return new SurveySheet(
        standing(token, ticket),
        languages.of(ticket),
        row.reference,
        row.subject,
        languages.moments(ticket, false).dateTimeAndZone(token.expiresAt()),
        answered ? Level.of(rating.level) : null,
        answered ? rating.comment : null,
        answered);
  }

  private Standing standing(SurveyToken token, KnownTicket ticket) {
    if (ticket.withdrawn() || token.isExpired(clock.instant())) {
      return Standing.ENDED;
    }
    boolean current = ticket.isSolved() && token.cycle() == ticket.cycle();
    return current ? Standing.OPEN : Standing.REOPENED;
  }
}
