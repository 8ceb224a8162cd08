package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Counts and tells what goes to the dead letters; the connector puts it there. */
@ApplicationScoped
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final MeterRegistry registry;

  @Inject
  public DeadLetters(MeterRegistry registry) {
    this.registry = registry;
  }

  void counting(Topic<?> topic, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException reason) {
      registry.counter("prioritizer.dead.letters", "topic", topic.name()).increment();
      LOG.warnf(
          "A record goes to the dead letters, and the next one is processed: %s", said(reason));
      throw reason;
    }
  }

  /** The database's own words may quote the record. */
  private static String said(RuntimeException reason) {
    return reason.getCause() instanceof java.sql.SQLException sql
        ? "SQL state " + sql.getSQLState()
        : reason.toString();
  }
}
