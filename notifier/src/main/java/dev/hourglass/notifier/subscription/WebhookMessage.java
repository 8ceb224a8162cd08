package dev.hourglass.notifier.subscription;

import java.net.URI;
import java.util.UUID;

/**
 * A message to a webhook.
 *
 * @param id of the alert: the same whenever and however often it is sent
 * @param document the event, as it stands in its topic
 */
public record WebhookMessage(
    UUID subscription, String id, URI url, SigningSecrets secrets, String document) {}
