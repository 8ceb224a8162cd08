package dev.hourglass.ticketintake.postgres;

import java.util.Arrays;

/**
 * What makes two requests the same one (R23).
 *
 * @param scope method and path
 * @param key the client's {@code Idempotency-Key}
 * @param bodyHash SHA-256 of the body's bytes
 */
public record KeyedRequest(String scope, String key, byte[] bodyHash) {

  boolean sameBody(byte[] other) {
    return Arrays.equals(bodyHash, other);
  }
}
