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
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

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
    // Field by field, not by the records' own toString: that is the costliest part of a look.
    StringBuilder timeless =
        new StringBuilder()
            .append(state.reference())
            .append('|')
            .append(state.account())
            .append('|')
            .append(state.priority())
            .append('|')
            .append(state.plan())
            .append('|')
            .append(state.edition());
    state.clocks().forEach(clock -> append(timeless, clock));
    return checksum(timeless.toString());
  }

  /** Two different ones of 32 bits: nobody forges a state, and a digest takes ten times as long. */
  private static String checksum(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    CRC32 one = new CRC32();
    one.update(bytes);
    CRC32C other = new CRC32C();
    other.update(bytes);
    return Long.toHexString(one.getValue() << Integer.SIZE | other.getValue());
  }

  private static void append(StringBuilder timeless, ClockState clock) {
    timeless.append('|').append(clock.metric()).append(clock.cycle()).append(clock.status());
    append(timeless, clock.startedAt());
    append(timeless, clock.deadline());
    append(timeless, clock.stoppedAt());
    timeless
        .append('|')
        .append(clock.within().getSeconds())
        .append('.')
        .append(clock.within().getNano())
        .append(clock.contractual())
        .append(clock.calendar());
  }

  private static void append(StringBuilder timeless, @Nullable Instant instant) {
    timeless.append('|');
    if (instant != null) {
      timeless.append(instant.getEpochSecond()).append('.').append(instant.getNano());
    }
  }

  static String id(ClocksChanged state) {
    String name = state.ticketId() + "|clocks|" + state.version();
    return named(name);
  }

  private static String named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
