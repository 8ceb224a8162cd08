package dev.hourglass.prioritizer.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds whose ticket it is. */
public interface Customers {

  /**
   * The customer.
   *
   * @param account the account number as posted
   * @param email the requester's address as posted
   * @param at when the ticket came: the edition that was current then applies
   */
  Customer find(@Nullable String account, @Nullable String email, Instant at);
}
