package dev.hourglass.prioritizer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the triage of free text. */
@ConfigMapping(prefix = "prioritizer.triage")
public interface TriageConfig {

  /**
   * Below this confidence a person should look at the priority: higher sends more tickets to
   * people, lower trusts the rules more.
   */
  @WithDefault("0.6")
  double reviewBelow();
}
