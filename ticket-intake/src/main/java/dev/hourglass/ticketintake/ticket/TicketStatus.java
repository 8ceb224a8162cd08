package dev.hourglass.ticketintake.ticket;

/** The name of a {@link TicketState}, as rows, answers and queries carry it. */
public enum TicketStatus {
  /** Work goes on. */
  OPEN,
  /** It waits. */
  PAUSED,
  /** Done, and may be reopened. */
  SOLVED,
  /** Over. */
  CLOSED,
  /** Withdrawn. */
  CANCELLED,
  /** It goes on in another ticket. */
  MERGED
}
