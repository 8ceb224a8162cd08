package dev.hourglass.ticketintake.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The mail of which a ticket is made, in a body, before it is checked. */
@Schema(name = "SourceMail")
public record MailRequest(
    @Schema(example = "<4711.1@mail.acme.example>", maxLength = 250) @Nullable String messageId,
    @Schema(
            description = "Message-IDs of the thread, oldest first, separated by blanks",
            example = "<4710.1@mail.acme.example>",
            maxLength = 2000)
        @Nullable String references,
    @Schema(example = "no", maxLength = 200) @Nullable String autoSubmitted,
    @Schema(example = "normal", maxLength = 200) @Nullable String precedence,
    @Schema(
            description = "Sender of the envelope; \"<>\" if it was empty",
            example = "<ada@acme.example>",
            maxLength = 260)
        @Nullable String returnPath,
    @Schema(example = "multipart/alternative", maxLength = 200) @Nullable String contentType,
    @Schema(description = "Mailing lists only", maxLength = 200) @Nullable String listId) {}
