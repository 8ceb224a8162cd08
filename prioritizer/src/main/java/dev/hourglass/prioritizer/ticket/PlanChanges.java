package dev.hourglass.prioritizer.ticket;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.prioritizer.account.AccountVersion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes of a plan whose open tickets have not all been looked at. */
public interface PlanChanges {

  /**
   * The next open tickets of an account whose plan changed.
   *
   * @param last whether there are no others of that change
   */
  record Batch(AccountVersion version, List<PromisedTicket> tickets, boolean last) {

    public Batch {
      tickets = listOf(tickets);
    }
  }

  /** A ticket, and the edition of its promise. */
  record PromisedTicket(UUID ticketId, String edition) {}

  /** Takes a batch, which no other instance has meanwhile; the caller's transaction ends it. */
  Optional<Batch> next(int most);

  /** All tickets of the batch have been looked at. */
  void done(Batch batch);
}
