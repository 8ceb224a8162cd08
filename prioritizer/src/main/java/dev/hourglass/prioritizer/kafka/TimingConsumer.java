package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketCancelled;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketReprioritized;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears which priority an agent set, and which tickets are over; other facts are passed over. */
@ApplicationScoped
public class TimingConsumer {

  private final Announcer announcer;
  private final DeadLetters deadLetters;

  @Inject
  public TimingConsumer(Announcer announcer, DeadLetters deadLetters) {
    this.announcer = announcer;
    this.deadLetters = deadLetters;
  }

  @Incoming("timings")
  @Blocking
  public void hear(ConsumerRecord<String, byte[]> kafkaRecord) {
    try (RecordContext context = RecordContext.of(kafkaRecord)) {
      deadLetters.counting(
          Topics.TIMINGS,
          () -> {
            Event<Fact> event = EventJson.read(Topics.TIMINGS, kafkaRecord.value());
            context.about(event);
            hear(event);
          });
    }
  }

  private void hear(Event<Fact> event) {
    if (event.data() instanceof TicketReprioritized set) {
      Event<TicketReprioritized> agent =
          Event.withId(event.id(), event.source(), event.time(), event.sequence(), set);
      Patience.run(() -> announcer.hearAgent(agent));
    } else if (event.data() instanceof TicketClosed || event.data() instanceof TicketCancelled) {
      Patience.run(() -> announcer.close(event.data().ticketId()));
    }
  }
}
