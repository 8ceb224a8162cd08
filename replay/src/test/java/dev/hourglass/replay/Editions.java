package dev.hourglass.replay;

import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import dev.hourglass.replay.history.EditionPromises;

/** The shipped edition of 2021, and others that promise something else. */
public final class Editions {

  private static final String RESPONSES = "{P1: 1h, P2: 4h, P3: 24h, P4: 24h}";

  private Editions() {}

  public static String document() {
    return ShippedEditions.document("2021");
  }

  /** P1 is confirmed and answered within {@code within}. */
  public static String document(String name, String within) {
    return document()
        .replace("edition: \"2021\"", "edition: \"" + name + "\"")
        .replace(RESPONSES, "{P1: " + within + ", P2: 4h, P3: 24h, P4: 24h}");
  }

  public static EditionPromises asMade() {
    return promises(document());
  }

  public static EditionPromises tighter() {
    return promises(document("tighter", "30m"));
  }

  public static EditionPromises looser() {
    return promises(document("looser", "2h"));
  }

  /** P1 is restored within {@code within}. */
  public static String restoring(String name, String within) {
    return document()
        .replace("edition: \"2021\"", "edition: \"" + name + "\"")
        .replace(
            "{P1: 4h, P2: 8h, P3: none, P4: none}",
            "{P1: " + within + ", P2: 8h, P3: none, P4: none}");
  }

  public static EditionPromises promises(String document) {
    return new EditionPromises(EditionYaml.read(document));
  }
}
