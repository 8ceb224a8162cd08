package dev.hourglass.ticketintake.rest;

import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Impact;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Workaround;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /tickets}, before it is checked. */
@Schema(name = "NewTicket")
public record TicketRequest(
    @Schema(
            description =
                "Account number: letters, digits, '.', '_' and '-'. Required on WEB (K15).",
            example = "ACME-1",
            maxLength = 64)
        @Nullable String account,
    @Schema(description = "Who asks. Required on WEB, with e-mail and name (K15).")
        @Nullable RequesterRequest requester,
    @Schema(required = true) @Nullable Channel channel,
    @Schema(required = true) @Nullable Queue queue,
    @Schema(
            description = "One line. Required on WEB.",
            example = "Meetings drop after a minute",
            maxLength = 200)
        @Nullable String subject,
    @Schema(
            description = "What happens. Required on WEB (K15).",
            example = "Since 9 this morning every meeting ends after about a minute.",
            maxLength = 20_000)
        @Nullable String description,
    @Nullable Impact impact,
    @Nullable Workaround workaround,
    @Schema(description = "BCP 47, for the mails", example = "de-AT", maxLength = 35)
        @Nullable String locale,
    @Schema(
            description =
                "PHONE only: when the call came in, ISO-8601 with offset; neither in the future"
                    + " nor longer ago than configured (7 days)",
            example = "2026-11-22T09:30:00+01:00")
        @Nullable String receivedAt,
    @Schema(
            description =
                "For mail gateways: headers of the mail that the ticket is made of. Machines'"
                    + " mails are logged but not answered; to others the confirmation is an answer"
                    + " in their thread.")
        @Nullable MailRequest mail) {}
