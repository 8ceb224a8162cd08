package dev.hourglass.clocks.history;

import dev.hourglass.contracts.timing.TicketPrioritized;
import java.time.Instant;

/** A promise, when it was made and by which event. */
public record PromiseMade(Instant at, String eventId, TicketPrioritized fact) {}
