package dev.hourglass.notifier.kafka;

import dev.hourglass.notifier.NotifierConfig;
import dev.hourglass.notifier.alert.PastAlerts;
import dev.hourglass.notifier.postgres.PostgresBackfills;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads alerts of before for new subscriptions, on a thread of its own. */
@ApplicationScoped
public class BackfillLoop {

  private static final Logger LOG = Logger.getLogger(BackfillLoop.class);
  private static final int CLOSING_SECONDS = 10;

  private final PostgresBackfills backfills;
  private final Map<String, Object> client;
  private final NotifierConfig config;
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private @Nullable KafkaPastAlerts past;
  private volatile boolean running = true;

  BackfillLoop(
      PostgresBackfills backfills,
      @Identifier("default-kafka-broker") Map<String, Object> client,
      NotifierConfig config) {
    this.backfills = backfills;
    this.client = client;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    long poll = config.alert().backfillPoll().toMillis();
    executor.scheduleWithFixedDelay(this::run, 0, poll, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    executor.shutdown();
    executor.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
  }

  private void run() {
    try {
      boolean more = true;
      while (running && more) {
        more = backfills.step(this::reader);
      }
    } catch (RuntimeException e) {
      LOG.warnf("Alerts of before cannot be read; it goes on where it was in a moment: %s", e);
    } finally {
      close();
    }
  }

  /** Made when it is first asked for: most of the time there is nothing to read. */
  private PastAlerts reader() {
    if (past == null) {
      past = new KafkaPastAlerts(client);
    }
    return past;
  }

  private void close() {
    if (past != null) {
      past.close();
      past = null;
    }
  }
}
