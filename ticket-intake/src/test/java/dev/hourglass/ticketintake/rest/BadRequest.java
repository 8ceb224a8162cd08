package dev.hourglass.ticketintake.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request that must be refused, and how.
 *
 * @param pointer to the field that the refusal names, or null
 * @param allowed what the refusal says would be allowed, at least
 */
record BadRequest(
    String name,
    String method,
    String path,
    String contentType,
    byte[] body,
    int status,
    String pointer,
    List<String> allowed) {

  static BadRequest ticket(String name, String json, int status) {
    return new BadRequest(
        name,
        "POST",
        "/tickets",
        "application/json",
        json.getBytes(StandardCharsets.UTF_8),
        status,
        null,
        List.of());
  }

  static BadRequest get(String name, String path, int status) {
    return new BadRequest(name, "GET", path, null, new byte[0], status, null, List.of());
  }

  BadRequest bytes(byte[] bytes) {
    return new BadRequest(name, method, path, contentType, bytes, status, pointer, allowed);
  }

  BadRequest at(String where, String... allowedThere) {
    return new BadRequest(
        name, method, path, contentType, body, status, where, List.of(allowedThere));
  }

  BadRequest to(String toMethod, String toPath) {
    return new BadRequest(name, toMethod, toPath, contentType, body, status, pointer, allowed);
  }

  BadRequest as(String type) {
    return new BadRequest(name, method, path, type, body, status, pointer, allowed);
  }

  @Override
  public String toString() {
    return name + " → " + status;
  }
}
