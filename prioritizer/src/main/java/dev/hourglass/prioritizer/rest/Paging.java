package dev.hourglass.prioritizer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
record Paging(int page, int size) {

  private static final int DEFAULT_SIZE = 50;
  private static final int LARGEST_SIZE = 200;
  private static final int LAST_PAGE = 1_000_000;

  static Paging of(@Nullable String page, @Nullable String size) {
    return new Paging(
        number("page", page, 0, 0, LAST_PAGE), number("size", size, DEFAULT_SIZE, 1, LARGEST_SIZE));
  }

  private static int number(
      String name, @Nullable String text, int otherwise, int least, int most) {
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,7}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw Problems.badQuery(
        name, "must be a whole number from " + least + " to " + most, List.of());
  }
}
