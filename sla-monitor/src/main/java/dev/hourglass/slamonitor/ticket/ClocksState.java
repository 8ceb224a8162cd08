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
import org.jspecify.annotations.Nullable;

/** The state of a ticket's clocks as the compacted topic carries it. */
final class ClocksState {

  private ClocksState() {}

  /** The state now, one version after the last. */
  static ClocksChanged of(UUID ticketId, TicketClocks clocks, @Nullable ClocksChanged last) {
    TicketReceived ticket = clocks.history().received().orElseThrow();
    Optional<TicketPrioritized> promise = clocks.history().latestPromise().map(PromiseMade::fact);
    return new ClocksChanged(
        ticketId,
        last == null ? 1 : last.version() + 1,
        clocks.asOf(),
        clocks.history().facts(),
        ticket.reference(),
        ticket.account(),
        promise.map(TicketPrioritized::priority).orElse(null),
        promise.map(made -> made.basis().plan()).orElse(null),
        promise.map(made -> made.promise().edition()).orElse(null),
        clocks.clocks().stream().map(SlaClock::state).toList());
  }

  /** Whether more than the passing of time lies between two states. */
  static boolean differ(ClocksChanged state, @Nullable ClocksChanged last) {
    return last == null || !timeless(state).equals(timeless(last));
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
