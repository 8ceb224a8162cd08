package dev.hourglass.ticketintake.ticket;

import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.TicketContent;
import org.jspecify.annotations.Nullable;

/** The content of an improper ticket with what it lacked: what is given replaces what is there. */
final class Completion {

  private Completion() {}

  static TicketContent of(
      TicketContent content,
      @Nullable String account,
      @Nullable Requester requester,
      @Nullable String description) {
    return new TicketContent(
        content.reference(),
        given(account, content.account()),
        requester == null ? content.requester() : whole(content.requester(), requester),
        content.channel(),
        content.queue(),
        content.subject(),
        given(description, content.description()),
        content.impact(),
        content.workaround(),
        content.locale(),
        true,
        content.mail());
  }

  private static Requester whole(Requester known, Requester requester) {
    return new Requester(
        given(requester.email(), known.email()),
        given(requester.name(), known.name()),
        given(requester.role(), known.role()));
  }

  private static <T> @Nullable T given(@Nullable T given, @Nullable T known) {
    return given == null ? known : given;
  }
}
