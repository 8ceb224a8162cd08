package dev.hourglass.sandbox.demo;

import java.time.Instant;

/** One ticket of the scene, as posted. */
record Case(Cast.Line line, String id, String reference, Instant postedAt) {

  static final String REHEARSAL = "rehearsal";

  boolean isRehearsal() {
    return line.key().startsWith(REHEARSAL);
  }

  /** How the screen speaks of it. */
  String title() {
    return reference + " (" + line.name() + ", " + line.language() + ")";
  }
}
