package dev.hourglass.prioritizer.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds whose ticket it is. */
public interface Customers {

  /**
   * The customer, as they were when the ticket was received: what the account became since does not
   * change what was promised. Only an account that nobody knew then, but somebody entered before
   * the ticket was logged, counts as it was entered.
   *
   * @param account the account number as posted
   * @param email the requester's address as posted
   * @param receivedAt the edition that was current then applies
   * @param loggedAt later than received where an agent logs a call
   */
  Customer find(
      @Nullable String account, @Nullable String email, Instant receivedAt, Instant loggedAt);
}
