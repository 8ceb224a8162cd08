package dev.hourglass.sandbox;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the parts from telling how they start, thousands of lines each time. */
public final class CalmLogs {

  /** The loggers of the parts. */
  public static final List<String> PARTS =
      List.of("org.apache.kafka", "kafka", "state.change.logger", "io.zonky", "com.icegreen");

  /** java.util.logging holds its loggers weakly; these keep their levels. */
  private static final List<Logger> LOGGERS = PARTS.stream().map(Logger::getLogger).toList();

  /** Warns at each start that a controller has become active. */
  private static final Logger ACTIVATION =
      Logger.getLogger("org.apache.kafka.controller.QuorumController");

  private static final String LINE = "%1$tFT%1$tT.%1$tL%1$tz %4$-7s [%3$s] %5$s%6$s%n";

  private CalmLogs() {}

  /** From here on only warnings, one line each. */
  public static void begin() {
    System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    ACTIVATION.setLevel(Level.SEVERE);
  }
}
