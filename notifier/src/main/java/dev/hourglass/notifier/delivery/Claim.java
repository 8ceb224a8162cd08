package dev.hourglass.notifier.delivery;

import static dev.hourglass.contracts.Rules.required;

import dev.hourglass.notifier.ticket.KnownTicket;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that one worker, and for the time of its lease no other, may send.
 *
 * @param token names this claim; its outcome is recorded only as long as no other claim was made
 * @param ticket the ticket as it is known; gives null where there is none, and may fail
 */
public record Claim(UUID token, Delivery delivery, Supplier<@Nullable KnownTicket> ticket) {

  public Claim {
    required(token, "token");
    required(delivery, "delivery");
    required(ticket, "ticket");
  }
}
