package dev.hourglass.notifier.rendered;

import java.util.Arrays;
import java.util.List;

/**
 * How somebody looks at a page.
 *
 * @param width of the window in px
 * @param height of the window in px
 */
record Look(int width, int height, boolean dark) {

  /** On a phone and on a desk, by day and by night. */
  static final List<Look> ALL =
      Arrays.asList(
          new Look(360, 740, false),
          new Look(360, 740, true),
          new Look(1280, 900, false),
          new Look(1280, 900, true));

  /** For example {@code 360-dark}. */
  String label() {
    return width + (dark ? "-dark" : "-light");
  }

  /** Where windows are narrow; colours and structure are the same in a wide one. */
  boolean isNarrow() {
    return width < 600;
  }
}
