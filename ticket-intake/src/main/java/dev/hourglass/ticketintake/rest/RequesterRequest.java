package dev.hourglass.ticketintake.rest;

import dev.hourglass.contracts.ticket.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The requester in a body, before it is checked. */
@Schema(name = "NewRequester")
public record RequesterRequest(
    @Schema(example = "ada@acme.example", maxLength = 254) @Nullable String email,
    @Schema(example = "Ada Lovelace", maxLength = 200) @Nullable String name,
    @Schema(description = "As stated; the account's own list of members overrules it")
        @Nullable Role role) {}
