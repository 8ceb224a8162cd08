package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.name;
import static dev.hourglass.contracts.Rules.optionalName;
import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket was logged. If it is proper, its clocks start here; else at {@link TicketCompleted}
 * (K15).
 */
public record TicketReceived(
    UUID ticketId,
    Instant occurredAt,
    String reference,
    @Nullable String account,
    Channel channel,
    Queue queue,
    boolean proper)
    implements Fact {

  public TicketReceived {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    name(reference, "reference");
    optionalName(account, "account");
    required(channel, "channel");
    required(queue, "queue");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
