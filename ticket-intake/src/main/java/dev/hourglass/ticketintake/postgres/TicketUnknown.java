package dev.hourglass.ticketintake.postgres;

/** There is no ticket of that id. */
public final class TicketUnknown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TicketUnknown() {
    super("there is no such ticket");
  }
}
