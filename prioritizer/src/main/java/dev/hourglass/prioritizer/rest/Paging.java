package dev.hourglass.prioritizer.rest;

import dev.hourglass.prioritizer.account.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
record Paging(int page, int size) {

  private static final int DEFAULT_SIZE = 50;
  private static final int LARGEST_SIZE = 200;
  private static final int LAST_PAGE = 1_000_000;

  static Paging of(@Nullable String page, @Nullable String size) {
    List<Problem> problems = new ArrayList<>();
    int wantedPage = number(page, 0, 0, LAST_PAGE, "/page", problems);
    int wantedSize = number(size, DEFAULT_SIZE, 1, LARGEST_SIZE, "/size", problems);
    if (!problems.isEmpty()) {
      throw Problems.badRequest("There is no such page.", problems);
    }
    return new Paging(wantedPage, wantedSize);
  }

  private static int number(
      @Nullable String text,
      int otherwise,
      int least,
      int most,
      String name,
      List<Problem> problems) {
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,7}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problems.add(Problem.of(name, "is a whole number from " + least + " to " + most));
    return otherwise;
  }
}
