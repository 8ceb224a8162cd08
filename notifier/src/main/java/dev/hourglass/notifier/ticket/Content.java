package dev.hourglass.notifier.ticket;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketSaid;
import dev.hourglass.contracts.ticket.Workaround;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What notifier keeps of a ticket's content: whom to write to, in which language and about what.
 * The description itself is nobody's business here; only whether there is one.
 *
 * @param eventId the event that said it; a promise names it as its cause
 * @param sequence of that event; a later one replaces the content
 * @param mailId the Message-ID of the mail that the ticket was made of
 * @param mailReferences the Message-IDs of the thread before that mail
 * @param automatic whether a machine wrote that mail, so that nobody waits for an answer
 */
public record Content(
    String eventId,
    long sequence,
    Instant occurredAt,
    String reference,
    @Nullable String account,
    @Nullable String email,
    @Nullable String name,
    @Nullable String subject,
    @Nullable Impact impact,
    @Nullable Workaround workaround,
    @Nullable String locale,
    @Nullable Channel channel,
    boolean described,
    boolean proper,
    @Nullable String mailId,
    @Nullable String mailReferences,
    boolean automatic) {

  /** What an improper ticket may lack (K15). */
  public enum Missing {
    /** The account number. */
    ACCOUNT,
    /** The requester's name or address. */
    REQUESTER,
    /** The description. */
    DESCRIPTION
  }

  /** What the event says, as far as it is kept. */
  public static Content of(Event<? extends TicketSaid> event) {
    TicketContent content = event.data().content();
    return new Content(
        event.id(),
        event.sequence(),
        event.data().occurredAt(),
        content.reference(),
        content.account(),
        content.requester().email(),
        oneLine(content.requester().name()),
        oneLine(content.subject()),
        content.impact(),
        content.workaround(),
        content.locale(),
        content.channel(),
        isThere(content.description()),
        content.proper(),
        content.mail() == null ? null : content.mail().messageId(),
        content.mail() == null ? null : content.mail().references(),
        AutomaticMail.is(content.mail()));
  }

  /** What the requester has to add before the ticket is proper; empty on a proper ticket. */
  public Set<Missing> missing() {
    Set<Missing> missing = EnumSet.noneOf(Missing.class);
    if (proper) {
      return missing;
    }
    if (!isThere(account)) {
      missing.add(Missing.ACCOUNT);
    }
    if (!isThere(name) || !isThere(email)) {
      missing.add(Missing.REQUESTER);
    }
    if (!described) {
      missing.add(Missing.DESCRIPTION);
    }
    return missing;
  }

  private static @Nullable String oneLine(@Nullable String text) {
    return text == null ? null : OneLine.of(text);
  }

  private static boolean isThere(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
