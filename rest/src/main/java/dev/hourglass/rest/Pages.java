package dev.hourglass.rest;

import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;

/** Answers with pages for people: no script, nothing from elsewhere, kept and framed by nobody. */
public final class Pages {

  private static final int NONCE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Pages() {}

  /**
   * A page.
   *
   * @param writing makes its HTML with the nonce that allows its style
   */
  public static Response.ResponseBuilder page(int status, Function<String, String> writing) {
    byte[] bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return Response.status(status)
        .entity(writing.apply(nonce))
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'nonce-"
                + nonce
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff");
  }
}
