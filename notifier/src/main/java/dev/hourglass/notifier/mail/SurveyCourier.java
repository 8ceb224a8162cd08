package dev.hourglass.notifier.mail;

import dev.hourglass.notifier.delivery.Courier;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.Outcome;
import dev.hourglass.notifier.survey.SurveyGate;
import dev.hourglass.notifier.survey.SurveyRules.Verdict;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings surveys and their reminders, to whom may be asked. */
public final class SurveyCourier implements Courier {

  static final Set<DeliveryKind> SURVEYS =
      EnumSet.of(DeliveryKind.SURVEY, DeliveryKind.SURVEY_REMINDER);

  private final SurveyGate gate;
  private final SmtpCourier courier;

  /**
   * @param courier writes and sends them
   */
  public SurveyCourier(SurveyGate gate, SmtpCourier courier) {
    this.gate = gate;
    this.courier = courier;
  }

  @Override
  public boolean brings(DeliveryKind kind) {
    return SURVEYS.contains(kind);
  }

  @Override
  public Optional<Outcome> instead(Delivery delivery, Instant now) {
    Verdict verdict = gate.pass(delivery, now);
    if (verdict instanceof Verdict.Wait wait) {
      return Optional.of(new Outcome.Postponed(wait.until()));
    }
    if (verdict instanceof Verdict.Refuse refuse) {
      return Optional.of(new Outcome.Suppressed(refuse.why().name()));
    }
    return verdict instanceof Verdict.Drop
        ? Optional.of(new Outcome.Withdrawn())
        : Optional.empty();
  }

  @Override
  public Instant bring(Delivery delivery, @Nullable KnownTicket ticket) {
    return courier.bring(delivery, ticket);
  }
}
