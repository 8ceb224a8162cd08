package dev.hourglass.contracts.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a mail gateway tells of the mail that a ticket was made of, as its headers had it: to answer
 * in its thread, and not to answer machines (R24).
 *
 * @param messageId with angle brackets
 * @param references the Message-IDs of the thread, with angle brackets, separated by blanks
 * @param autoSubmitted RFC 3834; anything but {@code no} is a machine's
 * @param returnPath the sender of the envelope; {@code <>} if it was empty
 * @param listId RFC 2919; only mails of mailing lists have it
 */
public record SourceMail(
    @Nullable String messageId,
    @Nullable String references,
    @Nullable String autoSubmitted,
    @Nullable String precedence,
    @Nullable String returnPath,
    @Nullable String contentType,
    @Nullable String listId) {}
