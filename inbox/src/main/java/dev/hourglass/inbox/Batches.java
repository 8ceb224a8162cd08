package dev.hourglass.inbox;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Writes records that were heard together. */
public final class Batches {

  private Batches() {}

  /**
   * Writes all of them at once or, if there is one among them that the database never takes, each
   * alone, so that the others do not wait for it. An outage is thrown on: then nothing is refused.
   *
   * @param write takes all or none
   * @param refusal told each time that the database refuses
   * @param refused told of what it refuses alone
   */
  public static <T> void write(
      Collection<T> items,
      Consumer<Collection<T>> write,
      Consumer<RuntimeException> refusal,
      Consumer<T> refused) {
    if (items.isEmpty() || takes(items, write, refusal)) {
      return;
    }
    for (T item : items) {
      if (!takes(List.of(item), write, refusal)) {
        refused.accept(item);
      }
    }
  }

  private static <T> boolean takes(
      Collection<T> items, Consumer<Collection<T>> write, Consumer<RuntimeException> refusal) {
    try {
      write.accept(items);
      return true;
    } catch (RuntimeException e) {
      if (Outages.isOutage(e)) {
        throw e;
      }
      refusal.accept(e);
      return false;
    }
  }
}
