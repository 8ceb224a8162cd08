package dev.hourglass.prioritizer.kafka;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketCancelled;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketMerged;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what agents set, and which tickets are solved or over; other facts are passed over. */
@ApplicationScoped
public class TimingConsumer {

  private final Announcer announcer;
  private final Inbox inbox;

  @Inject
  public TimingConsumer(Announcer announcer, Inbox inbox) {
    this.announcer = announcer;
    this.inbox = inbox;
  }

  @Incoming("timings")
  @Blocking
  public void hear(ConsumerRecord<String, byte[]> kafkaRecord) {
    inbox.hear(Topics.TIMINGS, kafkaRecord, this::hear);
  }

  private void hear(Event<Fact> event) {
    if (event.data() instanceof TicketReprioritized set) {
      announcer.hearAgent(
          Event.withId(event.id(), event.source(), event.time(), event.sequence(), set));
    } else if (event.data() instanceof TicketClosed
        || event.data() instanceof TicketCancelled
        || event.data() instanceof TicketMerged) {
      announcer.close(event.data().ticketId());
    } else if (event.data() instanceof TicketSolved || event.data() instanceof TicketReopened) {
      announcer.solve(event.data().ticketId(), event.data() instanceof TicketSolved);
    }
  }
}
