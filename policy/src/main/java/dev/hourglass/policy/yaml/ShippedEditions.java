package dev.hourglass.policy.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The two generations of the policy that come with Hourglass. */
public final class ShippedEditions {

  /** Their ids, oldest first. */
  public static final List<String> IDS = List.of("2020", "2021");

  private ShippedEditions() {}

  /** The document of a shipped edition, as its authors wrote it. */
  public static String document(String id) {
    String path = "/editions/" + id + ".yaml";
    try (InputStream stream = ShippedEditions.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalArgumentException("no edition '" + id + "' is shipped");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
