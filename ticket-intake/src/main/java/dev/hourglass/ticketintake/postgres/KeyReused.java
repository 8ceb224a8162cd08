package dev.hourglass.ticketintake.postgres;

/** The key came with another body before (R23). Nothing was done. */
public final class KeyReused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyReused() {
    super("the Idempotency-Key was used for another request before");
  }
}
