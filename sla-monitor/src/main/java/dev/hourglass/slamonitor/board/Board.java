package dev.hourglass.slamonitor.board;

import dev.hourglass.contracts.alert.ClocksChanged;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** The clocks of all tickets for people to look at; never asked by the stream. */
public interface Board {

  /** Shows these states, each unless a later version of it is shown already. */
  void show(Collection<ClocksChanged> states);

  Optional<ClocksChanged> clocks(UUID ticketId);

  BoardPage find(BoardQuery query);
}
