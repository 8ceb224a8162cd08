package dev.hourglass.prioritizer.account;

/** What a text must be to be kept, read and shown. */
final class Texts {

  static final String STORABLE = "must hold no NUL and no half of a surrogate pair";

  private Texts() {}

  /** Whether the database takes it and gives the same text back. */
  static boolean storable(String text) {
    return text.codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }

  /** Whether a reader sees nothing: blanks of any script, or characters without width. */
  static boolean invisible(String text) {
    return text.codePoints()
        .allMatch(point -> blank(point) || Character.getType(point) == Character.FORMAT);
  }

  /** Without the blanks around it, the unbreakable ones included. */
  static String stripped(String text) {
    int[] points = text.codePoints().toArray();
    int from = 0;
    int to = points.length;
    while (from < to && blank(points[from])) {
      from++;
    }
    while (to > from && blank(points[to - 1])) {
      to--;
    }
    return new String(points, from, to - from);
  }

  /** Whether it is one line of at most so many characters. */
  static boolean oneLine(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        && text.codePoints()
            .noneMatch(
                point -> Character.isISOControl(point) || point == 0x2028 || point == 0x2029);
  }

  private static boolean blank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }
}
