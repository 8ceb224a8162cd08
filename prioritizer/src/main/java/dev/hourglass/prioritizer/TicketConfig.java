package dev.hourglass.prioritizer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of what is kept of tickets. */
@ConfigMapping(prefix = "prioritizer.ticket")
public interface TicketConfig {

  /**
   * How long a ticket that is over, or never became proper, is kept: at least as long as the topic
   * {@code tickets} keeps its content, or a replay of it would promise again.
   */
  @WithDefault("31d")
  Duration keepFor();
}
