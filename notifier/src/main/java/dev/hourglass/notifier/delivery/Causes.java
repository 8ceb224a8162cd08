package dev.hourglass.notifier.delivery;

import java.util.UUID;

/**
 * What makes a message exist, in one line. There is at most one delivery per cause and recipient,
 * however often what causes it is heard; the Message-ID is derived from it too.
 */
public final class Causes {

  private Causes() {}

  /** A message of which a ticket has one per cycle. */
  public static String of(UUID ticketId, DeliveryKind kind, int cycle) {
    return ticketId + "|" + kind + "|" + cycle;
  }

  /**
   * A reminder of the survey of a cycle.
   *
   * @param number from 1
   */
  public static String ofReminder(UUID ticketId, int cycle, int number) {
    return of(ticketId, DeliveryKind.SURVEY_REMINDER, cycle) + "|" + number;
  }

  /** An alert, told to a subscription. */
  public static String ofAlert(UUID alertId, UUID subscriptionId) {
    return alertId + "|" + subscriptionId;
  }
}
