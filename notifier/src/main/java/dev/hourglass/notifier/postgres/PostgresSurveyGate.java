package dev.hourglass.notifier.postgres;

import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.survey.SurveyGate;
import dev.hourglass.notifier.survey.SurveyRules;
import dev.hourglass.notifier.survey.SurveyRules.Progress;
import dev.hourglass.notifier.survey.SurveyRules.Sent;
import dev.hourglass.notifier.survey.SurveyRules.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets one survey out per recipient, who is a row that whoever passes takes. */
@ApplicationScoped
public class PostgresSurveyGate implements SurveyGate {

  /** What is not here does not reach the recipient. */
  private static final Map<DeliveryState, Progress> PROGRESS =
      Map.of(
          DeliveryState.PENDING, Progress.ON_ITS_WAY,
          DeliveryState.SENDING, Progress.ON_ITS_WAY,
          DeliveryState.SENT, Progress.SENT);

  private final SurveyRules rules;
  private final SurveyRecipients recipients;
  private final DeliveryRows deliveries;
  private final RatingRows ratings;

  PostgresSurveyGate(
      SurveyRules rules, SurveyRecipients recipients, DeliveryRows deliveries, RatingRows ratings) {
    this.rules = rules;
    this.recipients = recipients;
    this.deliveries = deliveries;
    this.ratings = ratings;
  }

  @Override
  @Transactional
  public Verdict pass(Delivery delivery, Instant now) {
    return delivery.kind() == DeliveryKind.SURVEY ? survey(delivery, now) : reminder(delivery, now);
  }

  private Verdict survey(Delivery delivery, Instant now) {
    SurveyRecipients.Recipient recipient = recipients.locked(delivery.recipient());
    Sent last = last(recipient.delivery(), delivery);
    Verdict verdict = rules.survey(delivery.ticketId(), recipient.unsubscribed(), last, now);
    if (verdict instanceof Verdict.Go) {
      recipients.take(delivery.recipient(), delivery.id());
    }
    return verdict;
  }

  private @Nullable Sent last(@Nullable UUID last, Delivery delivery) {
    if (last == null || last.equals(delivery.id())) {
      return null;
    }
    DeliveryRow row = deliveries.findById(last);
    return row == null ? null : new Sent(row.ticketId, progress(row), row.sentAt);
  }

  private Verdict reminder(Delivery delivery, Instant now) {
    Progress survey =
        deliveries.of(delivery.ticketId(), DeliveryKind.SURVEY, delivery.cycle()).stream()
            .filter(row -> row.recipient.equals(delivery.recipient()))
            .map(PostgresSurveyGate::progress)
            .findFirst()
            .orElse(Progress.OVER);
    return rules.reminder(
        survey,
        delivery.createdAt(),
        ratings.of(delivery.ticketId(), delivery.cycle()).isPresent(),
        recipients.isUnsubscribed(delivery.recipient()),
        now);
  }

  private static Progress progress(DeliveryRow row) {
    return PROGRESS.getOrDefault(row.state, Progress.OVER);
  }
}
