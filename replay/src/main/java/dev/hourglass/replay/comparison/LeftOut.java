package dev.hourglass.replay.comparison;

import java.util.ArrayList;
import java.util.List;

/** What a replay could not take into account: how much it was, and the first few by name. */
public final class LeftOut {

  /** As many as people read; the rest is counted. */
  private static final int TOLD = 10;

  private final List<String> first = new ArrayList<>();
  private int count;

  /**
   * Counts one more.
   *
   * @param what where it stands, and why it was left out
   */
  public void add(String what) {
    count++;
    if (first.size() < TOLD) {
      first.add(what);
    }
  }

  public int count() {
    return count;
  }

  /** The first ten. */
  public List<String> first() {
    return List.copyOf(first);
  }
}
