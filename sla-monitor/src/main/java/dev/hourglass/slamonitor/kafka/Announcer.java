package dev.hourglass.slamonitor.kafka;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.alert.SlaAtRisk;
import dev.hourglass.contracts.alert.SlaBreached;
import dev.hourglass.contracts.alert.TicketEscalated;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.slamonitor.metrics.MonitorMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Says what the keeper of one partition has to say, each event on its topic. */
final class Announcer {

  private static final Logger LOG = Logger.getLogger(Announcer.class);
  private static final byte[] CONTENT_TYPE =
      EventJson.CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII);

  private final ProcessorContext<Object, Object> context;
  private final MonitorMetrics metrics;
  private final List<Event<?>> alerts = new ArrayList<>();
  private boolean somebodyWaits;

  Announcer(ProcessorContext<Object, Object> context, MonitorMetrics metrics) {
    this.context = context;
    this.metrics = metrics;
  }

  /** Says an event now, or with the next {@link #sayAlerts} if it is about a broken promise. */
  void say(Event<?> event) {
    if (event.data() instanceof Alert && !(event.data() instanceof SlaAtRisk)) {
      alerts.add(event);
    } else {
      forward(event);
      somebodyWaits |= event.data() instanceof SlaAtRisk;
    }
  }

  /** Says the alerts of this turn, withdrawals first, then by the instants that they are about. */
  void sayAlerts() {
    if (!alerts.isEmpty()) {
      alerts.sort(Comparator.comparing(Announcer::about));
      alerts.forEach(this::forward);
      alerts.clear();
      somebodyWaits = true;
    }
    if (somebodyWaits) {
      // Not at the next interval.
      context.commit();
      somebodyWaits = false;
    }
  }

  private static Instant about(Event<?> event) {
    if (event.data() instanceof SlaBreached breach) {
      return breach.deadline();
    }
    return event.data() instanceof TicketEscalated level ? level.dueAt() : Instant.MIN;
  }

  private void forward(Event<?> event) {
    Record<Object, Object> record =
        new Record<>(event.subject(), event, event.time().toEpochMilli(), new RecordHeaders());
    record.headers().add("content-type", CONTENT_TYPE);
    if (event.data() instanceof ClocksChanged) {
      context.forward(record, SlaTopology.SAY_CLOCKS);
    } else if (event.data() instanceof SlaAtRisk) {
      metrics.warned();
      context.forward(record, SlaTopology.SAY_WARNINGS);
    } else {
      if (event.data() instanceof SlaBreached breach) {
        metrics.breached(breach.latenessMillis());
      } else if (event.data() instanceof TicketEscalated) {
        metrics.escalated();
      } else {
        metrics.withdrawn();
      }
      context.forward(record, SlaTopology.SAY_BREACHES);
    }
  }

  /** The clocks of a ticket leave the compacted topic. */
  void erase(String ticketId) {
    context.forward(
        new Record<>(ticketId, null, context.currentSystemTimeMs()), SlaTopology.SAY_CLOCKS);
  }

  void bury(String ticketId, HeardFact fact, String why) {
    metrics.deadLetter();
    MDC.put("ticketId", ticketId);
    MDC.put("eventId", fact.id());
    LOG.warnf("A fact goes to the dead letters: %s", why);
    MDC.clear();
    Event<?> event =
        Event.withId(fact.id(), fact.source(), fact.heardAt(), fact.sequence(), fact.fact());
    context.forward(
        new Record<Object, Object>(
                ticketId.getBytes(StandardCharsets.UTF_8),
                EventJson.write(event),
                context.currentSystemTimeMs())
            .withHeaders(
                DeadLetters.headers(
                    new RecordHeaders(),
                    Topics.TIMINGS.name(),
                    context.taskId().partition(),
                    -1,
                    why)),
        SlaTopology.FACT_DEAD_LETTERS);
  }
}
