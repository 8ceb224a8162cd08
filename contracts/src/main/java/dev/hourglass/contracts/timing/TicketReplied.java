package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wrote on the ticket. Only a public agent reply counts as a reply; an internal note never
 * does (R19).
 */
public record TicketReplied(UUID ticketId, Instant occurredAt, Author author, Visibility visibility)
    implements Fact {

  public TicketReplied {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    required(author, "author");
    required(visibility, "visibility");
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
