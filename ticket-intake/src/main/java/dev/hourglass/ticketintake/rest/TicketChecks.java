package dev.hourglass.ticketintake.rest;

import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.SourceMail;
import dev.hourglass.ticketintake.TicketIntakeConfig;
import dev.hourglass.ticketintake.ticket.NewTicket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes a checked ticket of what was posted, or refuses it with everything that is wrong. */
@ApplicationScoped
public class TicketChecks {

  private static final String RECEIVED_AT = "/receivedAt";

  private final TicketIntakeConfig.Ticket limits;
  private final Clock clock;

  TicketChecks(TicketIntakeConfig config, Clock clock) {
    this.limits = config.ticket();
    this.clock = clock;
  }

  NewTicket check(TicketRequest posted) {
    InputCheck check = new InputCheck();
    Channel channel = check.required("/channel", posted.channel(), Channel.class);
    Queue queue = check.required("/queue", posted.queue(), Queue.class);
    String account = check.account("/account", posted.account());
    Requester requester = requester(check, posted.requester());
    String subject = check.line("/subject", posted.subject(), limits.maxSubject());
    String description = check.text("/description", posted.description(), limits.maxDescription());
    String locale = check.locale("/locale", posted.locale());
    Instant receivedAt = receivedAt(check, channel, posted.receivedAt());
    SourceMail mail = MailChecks.check(check, posted.mail());
    if (channel == Channel.WEB) {
      check.required("/account", account);
      check.required("/requester/email", requester.email());
      check.required("/requester/name", requester.name());
      check.required("/subject", subject);
      check.required("/description", description);
    }
    check.done();
    return new NewTicket(
        account,
        requester,
        channel,
        queue,
        subject,
        description,
        posted.impact(),
        posted.workaround(),
        locale,
        receivedAt,
        mail);
  }

  Requester requester(InputCheck check, @Nullable RequesterRequest posted) {
    return posted == null
        ? new Requester(null, null, null)
        : new Requester(
            check.email("/requester/email", posted.email()),
            check.line("/requester/name", posted.name(), limits.maxName()),
            posted.role());
  }

  private @Nullable Instant receivedAt(
      InputCheck check, @Nullable Channel channel, @Nullable String posted) {
    if (posted == null) {
      return null;
    }
    Instant receivedAt = InputCheck.instant(RECEIVED_AT, posted);
    Instant now = clock.instant();
    if (channel != null && channel != Channel.PHONE) {
      check.error(RECEIVED_AT, "is for PHONE only");
    } else if (receivedAt.isAfter(now)) {
      check.error(RECEIVED_AT, "must not be in the future");
    } else if (receivedAt.isBefore(now.minus(limits.backdateAtMost()))) {
      check.error(RECEIVED_AT, "must not be longer ago than " + limits.backdateAtMost());
    }
    return receivedAt;
  }
}
