package dev.hourglass.notifier.alert;

import dev.hourglass.notifier.subscription.AlertTarget;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mail about one alert says, and to whom.
 *
 * @param subscription whose mail it is
 * @param name of the subscription
 * @param replyTo the cause of the mail that it refers to; missing if it refers to none
 */
public record AlertMail(
    UUID subscription,
    String name,
    AlertTarget.Mailboxes target,
    AlertNotice notice,
    @Nullable String replyTo) {}
