package dev.hourglass.slamonitor;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/** Starts the service, after it has found the directory for its state. */
@QuarkusMain
public final class Main {

  static final String SHARED = "SLA_MONITOR_STATE_SHARED";

  private Main() {}

  public static void main(String[] arguments) {
    String shared = System.getenv(SHARED);
    if (shared != null && !shared.isBlank()) {
      Path own = StateDirectory.claim(Path.of(shared));
      System.setProperty("kafka-streams.state.dir", own.toString());
    }
    Quarkus.run(arguments);
  }
}
