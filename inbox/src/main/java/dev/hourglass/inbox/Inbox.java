package dev.hourglass.inbox;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Hears one record of a topic: an outage of the database is waited for, because it is nobody's
 * record's fault; what would fail again in the same way is thrown on, and the connector puts it to
 * the dead letters. Log lines meanwhile carry the record's place and the event's ids, never its
 * content.
 */
@ApplicationScoped
public class Inbox {

  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final int CONFLICTS = 3;

  private final MeterRegistry metrics;
  private final Guard patience;
  private volatile boolean ending;

  @Inject
  public Inbox(MeterRegistry metrics) {
    this.metrics = metrics;
    this.patience =
        Guard.create()
            .withDescription("inbox")
            .withRetry()
            .maxRetries(-1)
            .maxDuration(0, ChronoUnit.MILLIS)
            .delay(200, ChronoUnit.MILLIS)
            .jitter(100, ChronoUnit.MILLIS)
            .whenException(failure -> ending || Outages.isOutage(failure))
            .withExponentialBackoff()
            .maxDelay(5, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();
  }

  /**
   * From now on whatever fails may do so because the service ends and the database is closed to it:
   * the record in hand is kept until the process is gone, and its next life reads it again.
   */
  void ends(@Observes ShutdownEvent event) {
    ending = true;
  }

  /**
   * Reads the record as an event of {@code topic} and does {@code work} with it, once or, through
   * outages, as often as it takes; {@code work} is one transaction.
   *
   * @throws MalformedEventException if the record is no event of the topic
   */
  public <D extends EventData> void hear(
      Topic<D> topic, ConsumerRecord<?, byte[]> from, Consumer<Event<D>> work) {
    // Asked for before there is one, so that a reader of the metrics sees it leave zero.
    Counter deadLetters = metrics.counter("inbox.dead.letters", "topic", topic.name());
    try (RecordContext context = RecordContext.of(from)) {
      try {
        Event<D> event = EventJson.read(topic, from.value());
        context.about(event);
        work(event, work);
      } catch (RuntimeException reason) {
        deadLetters.increment();
        LOG.warnf(
            "A record goes to the dead letters, and the next one is read: %s",
            Outages.withoutContent(reason));
        throw reason;
      }
    }
  }

  /**
   * Reads records that came together and does {@code work} with all that are events of {@code
   * topic}, as one transaction; if the database will never take one of them, with each alone.
   * Outages are waited for. Those that are no events, or that fail alone, are refused, each once,
   * when all others are done: they are for the dead letters.
   */
  public <D extends EventData, R extends ConsumerRecord<?, byte[]>> void hearAll(
      Topic<D> topic,
      List<R> from,
      Consumer<List<Event<D>>> work,
      BiConsumer<R, RuntimeException> refused) {
    Map<R, RuntimeException> bad = new LinkedHashMap<>();
    Map<R, Event<D>> events = new LinkedHashMap<>();
    for (R each : from) {
      try {
        events.put(each, EventJson.read(topic, each.value()));
      } catch (MalformedEventException reason) {
        bad.put(each, reason);
      }
    }
    bad.putAll(work(events, work));
    Counter deadLetters = metrics.counter("inbox.dead.letters", "topic", topic.name());
    bad.forEach(
        (each, reason) -> {
          deadLetters.increment();
          try (RecordContext context = RecordContext.of(each)) {
            LOG.warnf(
                "A record goes to the dead letters, and the next one is read: %s",
                Outages.withoutContent(reason));
          }
          refused.accept(each, reason);
        });
  }

  private <D extends EventData, R> Map<R, RuntimeException> work(
      Map<R, Event<D>> events, Consumer<List<Event<D>>> work) {
    Attempts attempts = new Attempts();
    Map<R, RuntimeException> bad = new LinkedHashMap<>();
    List<RuntimeException> reasons = new ArrayList<>();
    patience.get(
        () -> {
          attempts.begin();
          bad.clear();
          Batches.write(
              events.keySet(),
              some ->
                  throughConflicts(
                      () -> work.accept(some.stream().map(events::get).toList()), attempts),
              reasons::add,
              alone -> bad.put(alone, reasons.get(reasons.size() - 1)));
          if (ending && !bad.isEmpty()) {
            throw reasons.get(reasons.size() - 1);
          }
          return null;
        },
        Void.class);
    attempts.done();
    return bad;
  }

  private <D extends EventData> void work(Event<D> event, Consumer<Event<D>> work) {
    Attempts attempts = new Attempts();
    patience.get(
        () -> {
          attempts.begin();
          throughConflicts(() -> work.accept(event), attempts);
          return null;
        },
        Void.class);
    attempts.done();
  }

  /** Two of us met at the same row: once more will do. */
  private static void throughConflicts(Runnable work, Attempts attempts) {
    for (int conflicts = 0; ; conflicts++) {
      try {
        work.run();
        return;
      } catch (RuntimeException failure) {
        if (!Outages.isConflict(failure) || conflicts == CONFLICTS) {
          attempts.failed(failure);
          throw failure;
        }
      }
    }
  }

  /** Says the beginning of an outage once, and its end. */
  private static final class Attempts {

    private int begun;

    void begin() {
      begun++;
    }

    void failed(RuntimeException failure) {
      if (begun == 1 && Outages.isOutage(failure)) {
        LOG.warnf(
            "The database does not take a record; it is tried again until it does: %s",
            Outages.withoutContent(failure));
      }
    }

    void done() {
      if (begun > 1) {
        LOG.info("The database takes records again");
      }
    }
  }
}
