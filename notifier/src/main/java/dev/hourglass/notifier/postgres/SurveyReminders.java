package dev.hourglass.notifier.postgres;

import dev.hourglass.contracts.Rules;
import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.delivery.Agenda;
import dev.hourglass.notifier.delivery.Causes;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.DeliveryState;
import dev.hourglass.notifier.delivery.NewDelivery;
import dev.hourglass.notifier.ticket.KnownTicket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reminders of a survey: written when it was accepted, and withdrawn when it is answered. That
 * they are not wanted any more when the ticket is opened again follows from the ticket.
 */
@ApplicationScoped
public class SurveyReminders {

  private static final int MOST = 10;

  private final NewDeliveries newDeliveries;
  private final DeliveryRows deliveries;
  private final NotifierConfig.Survey survey;

  SurveyReminders(NewDeliveries newDeliveries, DeliveryRows deliveries, NotifierConfig config) {
    this.newDeliveries = newDeliveries;
    this.deliveries = deliveries;
    this.survey = config.survey();
    Rules.rule(
        survey.reminders() >= 0 && survey.reminders() <= MOST,
        "'notifier.survey.reminders' is 0 to " + MOST);
    Rules.rule(
        survey.remindAfter().compareTo(Duration.ZERO) > 0,
        "'notifier.survey.remind-after' must be positive");
  }

  /** Writes the reminders that follow from a delivery that was accepted, if it is a survey. */
  void follow(DeliveryRow sent, @Nullable KnownTicket ticket) {
    boolean wanted = Agenda.isWanted(ticket, DeliveryKind.SURVEY_REMINDER, sent.cycle);
    if (sent.kind != DeliveryKind.SURVEY || !wanted) {
      return;
    }
    for (int number = 1; number <= survey.reminders(); number++) {
      newDeliveries.add(
          new NewDelivery(
              Causes.ofReminder(sent.ticketId, sent.cycle, number),
              sent.ticketId,
              DeliveryKind.SURVEY_REMINDER,
              sent.cycle,
              sent.recipient,
              sent.sentAt.plus(survey.remindAfter().multipliedBy(number))));
    }
  }

  /** Withdraws what waits; the caller holds the lock on the ticket. */
  void answered(UUID ticketId, int cycle) {
    deliveries.pending(ticketId).stream()
        .filter(row -> row.kind == DeliveryKind.SURVEY_REMINDER && row.cycle == cycle)
        .forEach(row -> row.state = DeliveryState.WITHDRAWN);
  }
}
