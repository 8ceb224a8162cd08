package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.ticket.SourceMail;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.delivery.Causes;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.notifier.delivery.MessageId;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R24: no loops, no floods; and mails that belong together stay together. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class LoopTest {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int CAP = 20;

  @Test
  @DisplayName("R24: a machine's mail makes a ticket that nobody is written to about; that is said")
  void machine() {
    AnyTicket ticket = anyTicket();
    post(ticket, new SourceMail("<1@b.example>", null, "auto-replied", null, null, null, null));
    Broker.say(Topics.TIMINGS, ticket.solved(1));
    await().atMost(SOON).until(() -> states(ticket).size() == 2);
    assertThat(states(ticket)).containsOnly("SUPPRESSED");
    await().atMost(SOON).until(() -> facts(ticket).size() == 2);
    assertThat(facts(ticket))
        .allSatisfy(
            said ->
                assertThat(said.data())
                    .isInstanceOfSatisfying(
                        DeliveryFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("AUTOMATIC_MAIL")));
    assertThat(Inbox.of(ticket.email())).isEmpty();
  }

  @Test
  @DisplayName("the confirmation answers the requester's mail, the survey follows the confirmation")
  void oneThread() {
    AnyTicket ticket = anyTicket();
    post(ticket, new SourceMail("<2@c.example>", "<1@c.example>", "no", null, null, null, null));
    Broker.say(Topics.TIMINGS, ticket.solved(1));
    await().atMost(SOON).until(() -> Inbox.of(ticket.email()).size() == 2);
    String confirmation =
        MessageId.of(Causes.of(ticket.id(), DeliveryKind.CONFIRMATION, 1), "hourglass.example");
    Map<String, String> first = mail(ticket, confirmation).headers();
    assertThat(first)
        .containsEntry("In-Reply-To", "<2@c.example>")
        .containsEntry("References", "<1@c.example> <2@c.example>");
    Map<String, String> second =
        Inbox.of(ticket.email()).stream()
            .map(ReceivedMail::headers)
            .filter(headers -> !confirmation.equals(headers.get("Message-ID")))
            .findFirst()
            .orElseThrow();
    assertThat(second).containsEntry("In-Reply-To", confirmation);
    assertThat(second.get("References").replaceAll("\\s+", " "))
        .isEqualTo("<1@c.example> <2@c.example> " + confirmation);
  }

  @Test
  @DisplayName(
      "R24: a customer gets twenty messages an hour, the twenty-first is not sent; exactly")
  void cap() {
    String mailbox = anyTicket().email();
    List<AnyTicket> tickets = new ArrayList<>();
    for (int i = 0; i <= CAP; i++) {
      AnyTicket any = anyTicket();
      // Who writes an address in capitals is no other customer.
      String email = i % 2 == 0 ? mailbox : mailbox.replace("ada", "ADA");
      tickets.add(new AnyTicket(any.id(), any.reference(), email, "en"));
    }
    tickets.forEach(ticket -> post(ticket, null));
    await().atMost(SOON).until(() -> tickets.stream().allMatch(each -> facts(each).size() == 1));
    List<DeliveryFailed> failed =
        tickets.stream()
            .map(each -> facts(each).get(0).data())
            .filter(DeliveryFailed.class::isInstance)
            .map(DeliveryFailed.class::cast)
            .toList();
    assertThat(failed).extracting(DeliveryFailed::reason).containsExactly("RECIPIENT_CAP");
    assertThat(Inbox.of(mailbox)).hasSize(CAP);
  }

  private static void post(AnyTicket ticket, SourceMail mail) {
    TicketContent plain = ticket.content(true, "Meetings fail for everyone");
    TicketContent content =
        new TicketContent(
            plain.reference(),
            plain.account(),
            plain.requester(),
            plain.channel(),
            plain.queue(),
            plain.subject(),
            plain.description(),
            plain.impact(),
            plain.workaround(),
            plain.locale(),
            plain.proper(),
            mail);
    Broker.say(Topics.TICKETS, ticket.created(content));
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
  }

  private static ReceivedMail mail(AnyTicket ticket, String messageId) {
    return Inbox.of(ticket.email()).stream()
        .filter(mail -> messageId.equals(mail.headers().get("Message-ID")))
        .findFirst()
        .orElseThrow();
  }

  private static List<Event<Fact>> facts(AnyTicket ticket) {
    return Broker.said(Topics.TIMINGS, ticket.id(), "notifier");
  }

  private static List<String> states(AnyTicket ticket) {
    return get("/deliveries?ticketId=" + ticket.id()).path("items.state");
  }
}
