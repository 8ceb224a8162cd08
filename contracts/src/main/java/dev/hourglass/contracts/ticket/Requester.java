package dev.hourglass.contracts.ticket;

import org.jspecify.annotations.Nullable;

/**
 * The person who asks. Personal data: only the {@code tickets} topic and ticket stores carry it.
 *
 * @param role as stated when posting; the account's own list of members overrules it
 */
public record Requester(@Nullable String email, @Nullable String name, @Nullable Role role) {}
