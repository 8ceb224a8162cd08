package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class ConfirmationTest {

  @Test
  @DisplayName("S48: a prioritized ticket is confirmed by one mail, and its delivery is a fact")
  void confirmed() {
    AnyTicket ticket = anyTicket();
    Broker.say(Topics.TICKETS, ticket.created());
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());

    await().untilAsserted(() -> assertThat(inbox(ticket)).hasSize(1));
    ReceivedMail mail = inbox(ticket).get(0);
    assertThat(mail.subject()).contains(ticket.reference());
    await()
        .untilAsserted(
            () ->
                assertThat(Broker.said(Topics.TIMINGS, ticket.id(), "notifier"))
                    .singleElement()
                    .satisfies(
                        event -> {
                          assertThat(event.data()).isInstanceOf(ConfirmationDelivered.class);
                          assertThat(event.sequence()).isEqualTo(1);
                        }));
  }

  private static List<ReceivedMail> inbox(AnyTicket ticket) {
    return Inbox.of(ticket.email());
  }
}
