package dev.hourglass.slamonitor.ledger;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All alerts of all tickets as they were published, for ever; never asked by the stream. */
public interface AlertLog {

  /** Keeps these alerts; one that is kept already stays as it is. */
  void keep(Collection<SaidAlert> alerts);

  /**
   * The alerts of a ticket in the order in which they were said, the first {@code most} of them.
   */
  List<SaidAlert> of(UUID ticketId, int most);
}
