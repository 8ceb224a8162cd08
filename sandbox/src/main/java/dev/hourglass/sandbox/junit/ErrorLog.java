package dev.hourglass.sandbox.junit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this JVM logged at ERROR while it was open: bad input must leave it empty. */
public final class ErrorLog extends Handler implements AutoCloseable {

  private final List<String> errors = new CopyOnWriteArrayList<>();

  public ErrorLog() {
    setLevel(Level.ALL);
    Logger.getLogger("").addHandler(this);
  }

  public List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void publish(LogRecord record) {
    if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
      errors.add(record.getLoggerName() + ": " + record.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
