package dev.hourglass.notifier.delivery;

/** What is sent by workers of its own, so that it can wait without others waiting behind it. */
public enum Lane {
  /** Whatever goes to the mail relay. */
  MAILS,
  /** What goes to programs elsewhere, each as slow as it likes; in order per ticket. */
  WEBHOOKS
}
