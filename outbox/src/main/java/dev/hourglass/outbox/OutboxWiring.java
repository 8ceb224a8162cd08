package dev.hourglass.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the outbox of a service, and starts and stops its relay with it. */
@ApplicationScoped
public class OutboxWiring {

  private static final Logger LOG = Logger.getLogger(OutboxWiring.class);

  private RelayLoop loop;
  private KafkaBroker broker;
  private ScheduledExecutorService reports;

  @Produces
  @Singleton
  Outbox outbox(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
    return new Outbox(dataSource, transactions, this::wake);
  }

  @Produces
  @Singleton
  OutboxTable table(DataSource dataSource) {
    return new OutboxTable(dataSource);
  }

  private void wake() {
    RelayLoop current = loop;
    if (current != null) {
      current.wake();
    }
  }

  void start(
      @Observes StartupEvent event,
      OutboxConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafkaSettings,
      @ConfigProperty(name = "quarkus.application.name") String speaker,
      DataSource dataSource,
      OutboxTable table,
      Clock clock,
      MeterRegistry registry) {
    broker = new KafkaBroker(kafkaSettings, speaker);
    RelayMetrics metrics = new RelayMetrics(registry);
    loop =
        new RelayLoop(
            new OutboxRelay(dataSource, broker, clock, config.batch()),
            speaker,
            config.poll(),
            config.pauseAfterFailure(),
            metrics);
    loop.start();
    ProgressReport report = new ProgressReport(speaker, table, broker, clock, metrics);
    reports =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, speaker + "-outbox-progress");
              thread.setDaemon(true);
              return thread;
            });
    // At full multiples, so that the speakers report together: a breach waits for the last of them.
    long every = config.progressEvery().toMillis();
    long first = every - clock.millis() % every;
    reports.scheduleAtFixedRate(() -> report(report), first, every, TimeUnit.MILLISECONDS);
  }

  private static void report(ProgressReport report) {
    try {
      report.runOnce();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.sql.SQLException | ExecutionException | TimeoutException | RuntimeException e) {
      // The silence itself is the message: the monitor holds its breaches. The relay logs the
      // trouble.
      LOG.debugf("Progress could not be reported and is reported again: %s", e);
    }
  }

  /** After the consumers and the HTTP server, which may still append. */
  void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
    if (reports != null) {
      reports.shutdownNow();
    }
    if (loop != null) {
      loop.close();
    }
    if (broker != null) {
      broker.close();
    }
  }
}
