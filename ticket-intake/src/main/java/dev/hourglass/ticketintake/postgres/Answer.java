package dev.hourglass.ticketintake.postgres;

import java.util.UUID;

/**
 * What a client is told about a command that was done.
 *
 * @param body the ticket as JSON
 * @param replayed whether this was told before, and nothing was done now
 */
public record Answer(int status, UUID ticketId, String body, boolean replayed) {}
