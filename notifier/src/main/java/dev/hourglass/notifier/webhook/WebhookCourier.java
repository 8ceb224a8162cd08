package dev.hourglass.notifier.webhook;

import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.notifier.delivery.Courier;
import dev.hourglass.notifier.delivery.CourierException;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.Outcome;
import dev.hourglass.notifier.subscription.WebhookMessage;
import dev.hourglass.notifier.subscription.WebhookMessages;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Brings alerts to webhooks, by the rules of Standard Webhooks: 2xx is accepted, 410 pauses the
 * subscription, 429 and 503 may say when to try again, and whatever else comes is tried again.
 */
public final class WebhookCourier implements Courier {

  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  /** 2 to the power of it, in seconds: about a minute. */
  private static final int LONGEST_PAUSE_BITS = 6;

  private final WebhookMessages messages;
  private final WebhookAddresses addresses;
  private final WebhookClient client;
  private final Clock clock;

  public WebhookCourier(
      WebhookMessages messages, WebhookAddresses addresses, WebhookClient client, Clock clock) {
    this.messages = messages;
    this.addresses = addresses;
    this.client = client;
    this.clock = clock;
  }

  @Override
  public boolean brings(DeliveryKind kind) {
    return kind == DeliveryKind.ALERT_WEBHOOK;
  }

  @Override
  public boolean isWanted(Delivery delivery, @Nullable KnownTicket ticket) {
    return messages.isWanted(delivery);
  }

  /** A receiver that failed is left alone for a while, by all that waits for it. */
  @Override
  public Optional<Outcome> instead(Delivery delivery, Instant now) {
    return messages.waitsUntil(delivery).filter(now::isBefore).map(Outcome.Postponed::new);
  }

  @Override
  public Instant bring(Delivery delivery, @Nullable KnownTicket ticket) {
    WebhookMessage message =
        messages.of(delivery).orElseThrow(() -> new CourierException("FORGOTTEN", true, null));
    WebhookClient.Answer answer;
    try {
      answer = post(message);
    } catch (CourierException e) {
      messages.failing(message.subscription(), soon(delivery));
      throw e;
    }
    if (answer.status() / 100 == 2) {
      return clock.instant();
    }
    boolean gone = answer.status() == GONE;
    if (gone) {
      messages.gone(message.subscription());
    } else {
      messages.failing(message.subscription(), wished(answer).orElse(soon(delivery)));
    }
    throw new CourierException("HTTP_" + answer.status(), gone, null);
  }

  private Optional<Instant> wished(WebhookClient.Answer answer) {
    boolean mayWish = answer.status() == TOO_MANY || answer.status() == UNAVAILABLE;
    return mayWish ? RetryAfter.of(answer.retryAfter(), clock.instant()) : Optional.empty();
  }

  /** So that one receiver that stalls does not keep all workers from the others. */
  private Instant soon(Delivery delivery) {
    return clock.instant().plusSeconds(1L << Math.min(delivery.attempts(), LONGEST_PAUSE_BITS));
  }

  private WebhookClient.Answer post(WebhookMessage message) {
    try {
      InetAddress address = addresses.allowed(message.url());
      byte[] body = message.document().getBytes(StandardCharsets.UTF_8);
      return client.post(message.url(), address, headers(message, body), body);
    } catch (UnknownHostException e) {
      throw new CourierException("UNKNOWN_HOST", false, e);
    } catch (IllegalArgumentException e) {
      throw new CourierException("ADDRESS_NOT_ALLOWED", false, e);
    } catch (TimeoutException e) {
      throw new CourierException("TIMEOUT", false, e);
    } catch (IOException e) {
      throw new CourierException("NO_CONNECTION", false, e);
    }
  }

  private Map<String, String> headers(WebhookMessage message, byte[] body) {
    Instant now = clock.instant();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", EventJson.CONTENT_TYPE);
    headers.put("User-Agent", "Hourglass");
    headers.put("webhook-id", message.id());
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    headers.put(
        "webhook-signature",
        WebhookSignature.of(message.id(), now, body, message.secrets().signing(now)));
    return headers;
  }
}
