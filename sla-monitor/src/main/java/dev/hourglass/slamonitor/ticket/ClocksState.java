package dev.hourglass.slamonitor.ticket;

import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.clocks.clock.TicketClocks;
import dev.hourglass.clocks.history.PromiseMade;
import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.contracts.timing.TicketReceived;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The state of a ticket's clocks as the compacted topic carries it. */
final class ClocksState {

  private ClocksState() {}

  static ClocksChanged of(UUID ticketId, TicketClocks clocks, long version) {
    TicketReceived ticket = clocks.history().received().orElseThrow();
    Optional<TicketPrioritized> promise = clocks.history().latestPromise().map(PromiseMade::fact);
    return new ClocksChanged(
        ticketId,
        version,
        clocks.asOf(),
        clocks.history().facts(),
        ticket.reference(),
        ticket.account(),
        promise.map(TicketPrioritized::priority).orElse(null),
        promise.map(made -> made.basis().plan()).orElse(null),
        promise.map(made -> made.promise().edition()).orElse(null),
        clocks.clocks().stream().map(SlaClock::state).toList());
  }

  /** The same for two states that only the passing of time lies between. */
  static String inShort(ClocksChanged state) {
    String timeless = timeless(state).toString();
    return UUID.nameUUIDFromBytes(timeless.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static String id(ClocksChanged state) {
    String name = state.ticketId() + "|clocks|" + state.version();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static ClocksChanged timeless(ClocksChanged state) {
    List<ClockState> clocks = state.clocks().stream().map(ClocksState::timeless).toList();
    return new ClocksChanged(
        state.ticketId(),
        0,
        Instant.EPOCH,
        0,
        state.reference(),
        state.account(),
        state.priority(),
        state.plan(),
        state.edition(),
        clocks);
  }

  private static ClockState timeless(ClockState clock) {
    return new ClockState(
        clock.metric(),
        clock.cycle(),
        clock.status(),
        clock.startedAt(),
        clock.deadline(),
        null,
        clock.stoppedAt(),
        clock.within(),
        clock.calendar(),
        clock.contractual());
  }
}
