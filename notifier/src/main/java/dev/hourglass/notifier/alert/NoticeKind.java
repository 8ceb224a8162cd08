package dev.hourglass.notifier.alert;

/** What a notice tells. */
public enum NoticeKind {
  /** A clock came near its deadline. */
  AT_RISK,
  /** A ticket has no promise. */
  NO_PROMISE,
  /** A clock passed its deadline. */
  BREACHED,
  /** A breach turned out to be untrue. */
  WITHDRAWN,
  /** A clock reached a level of escalation. */
  ESCALATED
}
