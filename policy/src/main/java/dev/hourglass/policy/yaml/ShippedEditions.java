package dev.hourglass.policy.yaml;

import static dev.hourglass.contracts.Rules.required;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two generations of the policy that come with Hourglass. */
public final class ShippedEditions {

  /** Their ids, oldest first. */
  public static final List<String> IDS = List.of("2020", "2021");

  private ShippedEditions() {}

  /** The document of a shipped edition, as its authors wrote it. */
  public static String document(String id) {
    String document = text("/editions/" + id + ".yaml");
    if (document == null) {
      throw new IllegalArgumentException("no edition '" + id + "' is shipped");
    }
    return document;
  }

  /** The JSON Schema of such documents, for editors and forms. */
  public static String schema() {
    return required(text("/editions/edition.schema.json"), "schema");
  }

  private static @Nullable String text(String path) {
    try (InputStream stream = ShippedEditions.class.getResourceAsStream(path)) {
      return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
