package dev.hourglass.clocks.history;

import dev.hourglass.contracts.timing.TicketPrioritized;
import java.time.Instant;

/** A promise and when it was made. */
public record PromiseMade(Instant at, TicketPrioritized fact) {}
