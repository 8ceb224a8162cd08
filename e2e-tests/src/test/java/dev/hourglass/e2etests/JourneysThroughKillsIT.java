package dev.hourglass.e2etests;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The same journeys, with kill -9 of all four services in the middle of each. All are under way at
 * once and wait for each other there, so one kill is in the middle of every one of them.
 */
@Execution(ExecutionMode.CONCURRENT)
class JourneysThroughKillsIT extends Journeys {

  private static final int JOURNEYS = 6;
  private static final int MINUTES_TO_GET_THERE = 5;

  private static final CyclicBarrier MIDDLE =
      new CyclicBarrier(JOURNEYS, () -> Hourglass.running().killAndRestartAll());

  @Override
  void inTheMiddle() {
    try {
      MIDDLE.await(MINUTES_TO_GET_THERE, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in the middle of a journey", e);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("another journey did not get to its middle", e);
    }
  }
}
