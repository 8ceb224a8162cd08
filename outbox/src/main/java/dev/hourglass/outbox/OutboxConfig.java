package dev.hourglass.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the outbox's relay. */
@ConfigMapping(prefix = "outbox.relay")
public interface OutboxConfig {

  /**
   * How many events one pass takes: more is faster when much waits, and holds the pass's
   * transaction open for longer.
   */
  @WithDefault("500")
  int batch();

  /**
   * How often to look without being woken: this bounds how long an event waits whose own instance
   * was killed, and costs one small query each time.
   */
  @WithDefault("100ms")
  Duration poll();

  /** How long to wait after the database or the broker failed. */
  @WithDefault("500ms")
  Duration pauseAfterFailure();

  /**
   * How often to report progress. A breach waits for the first report from after its deadline: half
   * of this is the mean lateness it adds.
   */
  @WithDefault("50ms")
  Duration progressEvery();
}
