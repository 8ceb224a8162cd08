package dev.hourglass.clocks.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts turns as they come, and keeps the last of them. */
final class Turns {

  private final int most;
  private final Deque<Turn> kept = new ArrayDeque<>();
  private int count;
  private @Nullable Instant since;

  Turns(int most) {
    this.most = most;
  }

  /** A turn begins, unless one lasts. */
  void begin(Instant at) {
    if (since == null) {
      since = at;
    }
  }

  void answer(Instant at) {
    end(at, null);
  }

  void drop(Instant at) {
    end(null, at);
  }

  /** The last turns in their order; the very last may still last. */
  List<Turn> last() {
    end(null, null);
    return new ArrayList<>(kept);
  }

  private void end(@Nullable Instant answeredAt, @Nullable Instant droppedAt) {
    if (since != null) {
      kept.addLast(new Turn(++count, since, answeredAt, droppedAt));
      since = null;
      if (kept.size() > most) {
        kept.removeFirst();
      }
    }
  }
}
