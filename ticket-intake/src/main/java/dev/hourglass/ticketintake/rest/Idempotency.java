package dev.hourglass.ticketintake.rest;

import dev.hourglass.ticketintake.TicketIntakeConfig;
import dev.hourglass.ticketintake.postgres.KeyedRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Idempotency-Key} of a request (R23). */
@ApplicationScoped
public class Idempotency {

  static final String KEY = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

  private final int maxKey;

  Idempotency(TicketIntakeConfig config) {
    this.maxKey = config.idempotency().maxKey();
  }

  /** What makes the request the same as another, or null if the client does not care. */
  @Nullable KeyedRequest of(HttpHeaders headers, String path, byte[] body) {
    List<String> keys = headers.getRequestHeader(KEY);
    if (keys == null || keys.isEmpty()) {
      return null;
    }
    String key = keys.get(0);
    if (keys.size() > 1 || key.length() > maxKey || !VISIBLE_ASCII.matcher(key).matches()) {
      throw Problems.malformed(
          "The header " + KEY + " must be one key of 1 to " + maxKey + " visible ASCII characters");
    }
    return new KeyedRequest("POST " + path, key, sha256(body));
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
