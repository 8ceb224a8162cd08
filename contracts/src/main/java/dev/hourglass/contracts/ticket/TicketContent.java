package dev.hourglass.contracts.ticket;

import static dev.hourglass.contracts.Rules.required;

import org.jspecify.annotations.Nullable;

/**
 * What a ticket says, personal data included, as TicketCreated and TicketAmended carry it.
 *
 * @param reference the short human name of the ticket, for example {@code HG-7K2M9Q}
 * @param account the account number; missing only on an improper ticket
 * @param subject the one-line summary
 * @param locale BCP 47 tag that the requester asked for, for example {@code de-AT}
 * @param proper whether account, requester and description are there (K15)
 * @param mail of which mail it was made; missing if it was made of none
 */
public record TicketContent(
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
    @Nullable SourceMail mail) {

  public TicketContent {
    required(reference, "reference");
    required(requester, "requester");
    required(channel, "channel");
    required(queue, "queue");
  }

  /** What a ticket says that was made of no mail. */
  public TicketContent(
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
      boolean proper) {
    this(
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
        null);
  }
}
