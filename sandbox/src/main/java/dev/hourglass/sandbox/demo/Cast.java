package dev.hourglass.sandbox.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hourglass.contracts.json.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who takes part: accounts of every type and plan, and what their people write. */
record Cast(List<Account> accounts, List<Line> tickets) {

  private static final int DIGEST_LENGTH = 8;

  record Account(
      String number,
      String name,
      String type,
      String plan,
      String country,
      String timeZone,
      String language) {}

  /** One ticket; what is missing is left out of the request. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      String key,
      String account,
      String name,
      String email,
      String role,
      String channel,
      String queue,
      String language,
      String subject,
      String description,
      String impact,
      String workaround,
      String note) {}

  /** A ticket that is not part of the scene, of an account that promises nothing in seconds. */
  static Line rehearsal(String language) {
    return new Line(
        Case.REHEARSAL + "-" + System.nanoTime(),
        "DEMO-REHEARSAL",
        "Robin",
        "rehearsal-" + language + "@demo.example",
        null,
        "WEB",
        "TECHNICAL",
        language,
        "Rehearsal",
        "Is everybody awake?",
        "QUESTION",
        null,
        null);
  }

  static Cast load() {
    try {
      return EventJson.mapper().readValue(resource("cast.json"), Cast.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** E-mail and role of the people of an account. */
  Map<String, String> members(Account account) {
    Map<String, String> members = new TreeMap<>();
    tickets.stream()
        .filter(line -> line.account().equals(account.number()) && line.role() != null)
        .forEach(line -> members.put(line.email(), line.role()));
    return members;
  }

  /** Named by its content, for an edition that was published once can never be another. */
  static String editionId() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(resource("edition.yaml"));
      return "demo-" + HexFormat.of().formatHex(digest).substring(0, DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String editionYaml() {
    String yaml = new String(resource("edition.yaml"), StandardCharsets.UTF_8);
    return yaml.replace("\nedition: demo\n", "\nedition: " + editionId() + "\n");
  }

  private static byte[] resource(String name) {
    try (InputStream in = Cast.class.getResourceAsStream("/demo/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
