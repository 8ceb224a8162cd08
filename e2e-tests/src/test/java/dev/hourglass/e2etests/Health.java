package dev.hourglass.e2etests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service said of itself, asked again and again until it was ready.
 *
 * @param live whether it was alive, each time that it answered at all
 * @param redAnswers what it answered each time that it was not ready
 */
record Health(List<Boolean> live, List<String> redAnswers) {

  private static final int OK = 200;
  private static final int MOST_ANSWERS = 100_000;

  static Health untilReady(RunningService service) {
    Health health = new Health(new ArrayList<>(), new ArrayList<>());
    while (health.live.size() < MOST_ANSWERS && !health.ask(service)) {
      Thread.onSpinWait();
    }
    return health;
  }

  /** Of how many partitions it keeps the clocks. */
  static int partitions(RunningService service) {
    JsonNode checks = Http.get(service.url("/q/health/ready")).json().path("checks");
    return checks.findValuesAsText("partitions").stream().mapToInt(Integer::parseInt).sum();
  }

  private boolean ask(RunningService service) {
    try {
      live.add(Http.get(service.url("/q/health/live")).status() == OK);
      Http.Answer ready = Http.get(service.url("/q/health/ready"));
      if (ready.status() == OK) {
        return true;
      }
      redAnswers.add(ready.body());
    } catch (UncheckedIOException e) {
      // It does not listen yet: nothing was said.
      service.checkAlive();
    }
    return false;
  }
}
