package dev.hourglass.ticketintake.json;

import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.Workaround;
import dev.hourglass.ticketintake.ticket.PromiseShown;
import dev.hourglass.ticketintake.ticket.Ticket;
import dev.hourglass.ticketintake.ticket.TicketState;
import dev.hourglass.ticketintake.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as clients see it; what is missing is left out.
 *
 * @param mergedInto the ticket in which it goes on, once it is MERGED
 * @param priority from here on: what the prioritizer last promised, missing until it has
 */
public record TicketView(
    UUID id,
    String reference,
    @Nullable String account,
    Requester requester,
    Channel channel,
    Queue queue,
    @Nullable String subject,
    @Nullable String description,
    @Nullable Impact impact,
    @Nullable Workaround workaround,
    @Nullable String locale,
    boolean proper,
    TicketStatus status,
    @Nullable PauseReason pauseReason,
    @Nullable UUID mergedInto,
    int cycle,
    Instant receivedAt,
    Instant updatedAt,
    @Nullable Instant restoredAt,
    @Nullable Instant solvedAt,
    @Nullable Priority priority,
    @Nullable List<Reason> reasons,
    @Nullable String edition,
    @Nullable List<Target> promise) {

  /** How a ticket looks with the promise made to it, if there is one yet. */
  public static TicketView of(Ticket ticket, @Nullable PromiseShown shown) {
    TicketContent content = ticket.content();
    return new TicketView(
        ticket.id(),
        content.reference(),
        content.account(),
        content.requester(),
        content.channel(),
        content.queue(),
        content.subject(),
        content.description(),
        content.impact(),
        content.workaround(),
        content.locale(),
        content.proper(),
        ticket.state().status(),
        ticket.state() instanceof TicketState.Paused wait ? wait.reason() : null,
        ticket.state().mergedInto(),
        ticket.cycle(),
        ticket.receivedAt(),
        ticket.updatedAt(),
        ticket.restoredAt(),
        ticket.solvedAt(),
        shown == null ? null : shown.priority(),
        shown == null ? null : shown.reasons(),
        shown == null ? null : shown.edition(),
        shown == null ? null : shown.targets());
  }
}
