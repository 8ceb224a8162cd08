package dev.hourglass.slamonitor.ledger;

import dev.hourglass.clocks.ledger.LoggedFact;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All facts of all tickets, for ever; never asked by the stream. */
public interface FactLog {

  /** Keeps these facts; one whose event is kept already stays as it was first heard. */
  void keep(Collection<KeptFact> facts);

  /** Of which of these tickets something was heard before an instant. */
  Set<UUID> heardOfBefore(Instant instant, Collection<UUID> ticketIds);

  /** The facts of a ticket in the order in which they were heard, {@code most} of them. */
  List<LoggedFact> of(UUID ticketId, int most);
}
