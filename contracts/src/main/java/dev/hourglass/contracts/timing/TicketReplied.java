package dev.hourglass.contracts.timing;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote on the ticket. Only a public agent reply counts as a reply; an internal note never
 * does (R19).
 *
 * @param thanks true if the requester only said thanks, so that nobody waits for an answer (R14);
 *     missing otherwise
 */
public record TicketReplied(
    UUID ticketId,
    Instant occurredAt,
    Author author,
    Visibility visibility,
    @Nullable Boolean thanks)
    implements Fact {

  public TicketReplied {
    required(ticketId, "ticketId");
    required(occurredAt, "occurredAt");
    required(author, "author");
    required(visibility, "visibility");
    // Said or not said, no is no: the same fact is the same JSON.
    thanks = Boolean.TRUE.equals(thanks) ? Boolean.TRUE : null;
    rule(thanks == null || author == Author.REQUESTER, "'thanks' is for the requester alone");
  }

  /** A message that is not only thanks. */
  public TicketReplied(UUID ticketId, Instant occurredAt, Author author, Visibility visibility) {
    this(ticketId, occurredAt, author, visibility, null);
  }

  /** Whether it asks for nothing. */
  public boolean onlyThanks() {
    return thanks != null;
  }

  @Override
  public <R> R accept(FactVisitor<R> visitor) {
    return visitor.on(this);
  }
}
