package dev.hourglass.prioritizer.rest;

import dev.hourglass.rest.Parameters;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
record Paging(int page, int size) {

  private static final int DEFAULT_SIZE = 50;
  private static final int LARGEST_SIZE = 200;
  private static final int LAST_PAGE = 1_000_000;

  static Paging of(@Nullable String page, @Nullable String size) {
    Parameters parameters = new Parameters();
    Paging paging =
        new Paging(
            parameters.number("page", page, 0, LAST_PAGE, 0),
            parameters.number("size", size, 1, LARGEST_SIZE, DEFAULT_SIZE));
    parameters.refuseIfWrong();
    return paging;
  }
}
