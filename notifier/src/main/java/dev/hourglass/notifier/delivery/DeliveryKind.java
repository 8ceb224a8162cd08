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
  SURVEY(MessageKind.SURVEY);

  private final MessageKind message;

  DeliveryKind(MessageKind message) {
    this.message = message;
  }

  /** The kind of message as the facts name it. */
  public MessageKind message() {
    return message;
  }
}
