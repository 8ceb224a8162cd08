package dev.hourglass.sandbox;

import java.time.Instant;
import java.util.Map;

/**
 * One mail as one recipient received it.
 *
 * @param to the recipient of the envelope, lower case
 * @param text the plain text part, empty if there is none
 * @param html the HTML part, empty if there is none
 * @param headers decoded; of a repeated header the first
 */
public record ReceivedMail(
    String id,
    String from,
    String to,
    String subject,
    Instant receivedAt,
    String text,
    String html,
    Map<String, String> headers) {

  public ReceivedMail {
    headers = Map.copyOf(headers);
  }
}
