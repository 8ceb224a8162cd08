package dev.hourglass.prioritizer.ticket;

import dev.hourglass.prioritizer.account.AccountVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds whose ticket it is. */
public interface Customers {

  /**
   * The customer, as they were when the ticket was received: what the account became since does not
   * change what was promised. Only an account that nobody knew then, but somebody entered before
   * the ticket was logged, counts as it was entered.
   *
   * @return one for each requester, in their order
   */
  List<Customer> find(List<Asking> requesters);

  /** The customer behind one requester. */
  default Customer find(
      @Nullable String account, @Nullable String email, Instant receivedAt, Instant loggedAt) {
    return find(List.of(new Asking(account, email, receivedAt, loggedAt))).get(0);
  }

  /**
   * Who asks, and when.
   *
   * @param account the account number as posted
   * @param email the requester's address as posted
   * @param receivedAt the edition that was current then applies
   * @param loggedAt later than received where an agent logs a call
   */
  record Asking(
      @Nullable String account, @Nullable String email, Instant receivedAt, Instant loggedAt) {}

  /**
   * What the account became after a ticket of it was received, in order. Until the caller's
   * transaction ends it becomes nothing else, so that no ticket and no change miss each other.
   */
  List<AccountVersion> versionsAfter(String account, Instant receivedAt);
}
