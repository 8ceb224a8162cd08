package dev.hourglass.notifier.delivery;

import dev.hourglass.contracts.timing.MessageKind;

/** What a delivery is for. */
public enum DeliveryKind {
  /**
   * Asks for what an improper ticket lacks (K15); its clocks have not started, so it stops none.
   */
  COMPLETION_REQUEST(MessageKind.CONFIRMATION),
  /** The notice that the ticket is logged (S48). */
  CONFIRMATION(MessageKind.CONFIRMATION),
  /** How satisfied the customer is (S59). */
  SURVEY(MessageKind.SURVEY),
  /** The same once more, to who has not answered. */
  SURVEY_REMINDER(MessageKind.SURVEY),
  /** An alert to an operations team, by mail. */
  ALERT_MAIL(MessageKind.OPS_ALERT),
  /** An alert to a program; its recipient is no mail address. */
  ALERT_WEBHOOK(MessageKind.OPS_ALERT),
  /** Many alerts in one mail; about no single ticket. */
  ALERT_DIGEST(MessageKind.OPS_ALERT);

  private final MessageKind message;

  DeliveryKind(MessageKind message) {
    this.message = message;
  }

  /** The kind of message as the facts name it. */
  public MessageKind message() {
    return message;
  }

  /** Whether it goes to a customer, not to an operations team. */
  public boolean isToCustomer() {
    return message != MessageKind.OPS_ALERT;
  }

  /** Who sends it. */
  public Lane lane() {
    return isMail() ? Lane.MAILS : Lane.WEBHOOKS;
  }

  /** Whether it goes by mail. */
  public boolean isMail() {
    return this != ALERT_WEBHOOK;
  }
}
