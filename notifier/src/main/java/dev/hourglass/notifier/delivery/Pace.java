package dev.hourglass.notifier.delivery;

import java.time.Duration;
import java.util.Optional;

/** How fast messages may go to a provider. */
@FunctionalInterface
public interface Pace {

  /**
   * Takes leave to send one message.
   *
   * @param provider the domain of the recipient's address
   * @return empty if it may go now
   */
  Optional<Wait> take(String provider);

  /**
   * That it may not go now.
   *
   * @param until the next may go
   * @param step between one and the next
   */
  record Wait(Duration until, Duration step) {}
}
