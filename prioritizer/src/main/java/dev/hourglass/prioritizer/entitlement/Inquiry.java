package dev.hourglass.prioritizer.entitlement;

import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asks what they may use.
 *
 * @param role as they state it; counts where the account does not list them, as it does on a ticket
 * @param channels one, or all of them
 * @param queues one, or all of them
 */
public record Inquiry(
    @Nullable String account,
    @Nullable String email,
    @Nullable Role role,
    List<Channel> channels,
    List<Queue> queues) {

  public Inquiry {
    channels = List.copyOf(channels);
    queues = List.copyOf(queues);
  }
}
