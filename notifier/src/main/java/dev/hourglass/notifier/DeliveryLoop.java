package dev.hourglass.notifier;

import dev.hourglass.notifier.delivery.DeliveryWorker;
import dev.hourglass.notifier.delivery.Lane;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Cranks the worker on threads of its own: at once when something was committed here, else on every
 * poll, for backoffs and for what other instances committed.
 */
@ApplicationScoped
public class DeliveryLoop {

  private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
  private static final int CLOSING_SECONDS = 25;

  private final Instance<DeliveryWorker> worker;
  private final NotifierConfig config;
  private final Clock clock;
  private final Map<Lane, Semaphore> woken = new EnumMap<>(Lane.class);
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final AtomicReference<Instant> lastRun = new AtomicReference<>();
  private volatile boolean running;

  // The worker needs the deliveries, these wake the loop: it asks for the worker when it starts.
  DeliveryLoop(Instance<DeliveryWorker> worker, NotifierConfig config, Clock clock) {
    this.worker = worker;
    this.config = config;
    this.clock = clock;
    for (Lane lane : Lane.values()) {
      woken.put(lane, new Semaphore(0));
    }
  }

  void start(@Observes StartupEvent event) {
    running = true;
    lastRun.set(clock.instant());
    DeliveryWorker started = worker.get();
    start(started, Lane.MAILS, config.delivery().workers());
    start(started, Lane.WEBHOOKS, config.webhook().workers());
  }

  private void start(DeliveryWorker started, Lane lane, int many) {
    for (int i = 1; i <= many; i++) {
      String name = "delivery-worker-" + lane.name().toLowerCase(Locale.ROOT) + "-" + i;
      Thread thread = new Thread(() -> run(started, lane), name);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Asks for a run now; never blocks. */
  public void wake() {
    // More would only make the workers look again and again once all is sent.
    for (Semaphore each : woken.values()) {
      if (each.availablePermits() < threads.size()) {
        each.release();
      }
    }
  }

  /** When a run last ended well: what liveness looks at. */
  public Instant lastRun() {
    return lastRun.get();
  }

  private void run(DeliveryWorker started, Lane lane) {
    while (running) {
      try {
        int attempted = attempt(started, lane);
        if (attempted == 0) {
          woken.get(lane).tryAcquire(config.delivery().poll().toMillis(), TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        LOG.debug("A delivery worker was interrupted to stop");
      }
    }
  }

  private int attempt(DeliveryWorker started, Lane lane) {
    try {
      int attempted = started.runOnce(lane, clock.instant(), () -> running);
      if (failing.getAndSet(false)) {
        LOG.info("Deliveries are being attempted again");
      }
      return attempted;
    } catch (RuntimeException e) {
      if (!failing.getAndSet(true)) {
        LOG.warnf(
            "Deliveries cannot be read or written; they wait and are tried again every %s: %s",
            config.delivery().poll(), e);
      }
      return 0;
    } finally {
      lastRun.set(clock.instant());
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    woken.values().forEach(each -> each.release(threads.size()));
    // A mail that is on its way may end: it would otherwise be sent once more.
    Instant patience = clock.instant().plusSeconds(CLOSING_SECONDS);
    for (Thread thread : threads) {
      Duration left = Duration.between(clock.instant(), patience);
      thread.join(Math.max(1, left.toMillis()));
    }
  }
}
