package dev.hourglass.notifier.survey;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a customer writes beside the level. */
public final class Comment {

  /** In characters, a line break counting as one. */
  public static final int LONGEST = 2_000;

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

  private Comment() {}

  /** The comment as it is kept; nothing, if nothing was written. */
  public static @Nullable String tidied(@Nullable String written) {
    if (written == null) {
      return null;
    }
    String lines = LINE_BREAK.matcher(written).replaceAll("\n");
    String tidy = CONTROL.matcher(lines).replaceAll("").strip();
    return tidy.isEmpty() ? null : tidy;
  }

  /** Whether it is too long to be kept. */
  public static boolean isTooLong(@Nullable String tidied) {
    return tidied != null && tidied.codePointCount(0, tidied.length()) > LONGEST;
  }
}
