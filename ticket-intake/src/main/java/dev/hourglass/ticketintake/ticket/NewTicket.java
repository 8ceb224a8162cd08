package dev.hourglass.ticketintake.ticket;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.SourceMail;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.Workaround;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as posted and checked, before it has an id.
 *
 * @param receivedAt when the call came in, on PHONE only; missing means now
 * @param mail of which mail it is made; missing if of none
 */
public record NewTicket(
    @Nullable String account,
    Requester requester,
    Channel channel,
    Queue queue,
    @Nullable String subject,
    @Nullable String description,
    @Nullable Impact impact,
    @Nullable Workaround workaround,
    @Nullable String locale,
    @Nullable Instant receivedAt,
    @Nullable SourceMail mail) {

  public NewTicket {
    required(requester, "requester");
    required(channel, "channel");
    required(queue, "queue");
    rule(receivedAt == null || channel == Channel.PHONE, "'receivedAt' is for PHONE only");
    List<String> missing = Proper.missing(account, requester, description);
    if (channel == Channel.WEB && !missing.isEmpty()) {
      throw new StillImproper(missing);
    }
  }

  TicketContent named(String reference) {
    boolean proper = Proper.missing(account, requester, description).isEmpty();
    return new TicketContent(
        reference,
        account,
        requester,
        channel,
        queue,
        subject,
        description,
        impact,
        workaround,
        locale,
        proper,
        mail);
  }
}
