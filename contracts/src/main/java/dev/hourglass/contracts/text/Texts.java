package dev.hourglass.contracts.text;

/** What a text must be to be kept, read and shown. */
public final class Texts {

  /** What {@link #isStorable} asks for, in words for whoever sent another. */
  public static final String STORABLE = "must hold no NUL and no half of a surrogate pair";

  private static final int REPLACEMENT = 0xFFFD;

  private Texts() {}

  /** Whether a database takes it and gives the same text back. */
  public static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }

  /** Whether a reader sees nothing: blanks of any script, or characters without width. */
  public static boolean isInvisible(String text) {
    return text.codePoints()
        .allMatch(point -> isBlank(point) || Character.getType(point) == Character.FORMAT);
  }

  /** Whether it holds no end of a line, and no other control character. */
  public static boolean isOneLine(String text) {
    return text.codePoints()
        .noneMatch(point -> Character.isISOControl(point) || point == 0x2028 || point == 0x2029);
  }

  /** How many characters a reader counts: an emoji is one. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** As much of a text that somebody sent as an answer can carry. */
  public static String shown(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /** Without the blanks around it, the unbreakable ones included. */
  public static String stripped(String text) {
    int[] points = text.codePoints().toArray();
    int from = 0;
    int to = points.length;
    while (from < to && isBlank(points[from])) {
      from++;
    }
    while (to > from && isBlank(points[to - 1])) {
      to--;
    }
    return new String(points, from, to - from);
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }
}
