package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static dev.hourglass.notifier.Fixtures.anyTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topic;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.contracts.timing.TicketCompleted;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.delivery.DeliveryWorker;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class ConfirmationTest {

  private static final Duration SOON = Duration.ofSeconds(90);

  @Inject DeliveryWorker worker;
  @Inject Clock clock;

  private record Said(Topic<?> topic, Event<?> event) {}

  @ParameterizedTest(name = "R23: heard in the order {0}, a ticket is confirmed exactly once")
  @ValueSource(strings = {"CRP", "CPR", "RCP", "RPC", "PCR", "PRC", "CCRRPPCRPPRC"})
  void confirmedOnce(String order) {
    AnyTicket ticket = anyTicket();
    for (char each : order.toCharArray()) {
      say(ticket, each);
    }
    ConfirmationDelivered delivered = onlyConfirmation(ticket);
    // Whatever is said again changes nothing.
    say(ticket, 'C');
    say(ticket, 'P');
    AnyTicket later = anyTicket();
    "RPC".chars().forEach(each -> say(later, (char) each));
    onlyConfirmation(later);

    ReceivedMail mail = onlyMail(ticket);
    assertThat(mail.subject())
        .isEqualTo("[%s] Your ticket is logged: Meetings fail for everyone", ticket.reference());
    assertThat(mail.text()).contains("Urgent", "by Friday", "15:05", "UTC+01:00");
    assertThat(mail.headers())
        .containsEntry("Auto-Submitted", "auto-generated")
        .containsEntry("X-Auto-Response-Suppress", "All");
    assertThat(mail.headers().get("Message-ID")).matches("<[0-9a-f]{32}@hourglass\\.example>");
    assertThat(said(ticket)).hasSize(1);
    assertThat(said(ticket).get(0).sequence()).isEqualTo(1);
    assertThat(delivered.occurredAt()).isBeforeOrEqualTo(clock.instant());
  }

  @Test
  @DisplayName("without a promise it is confirmed after 30 s, not before, and never again")
  void confirmedWithoutAPromise() {
    AnyTicket ticket = anyTicket("de");
    say(ticket, 'C');
    say(ticket, 'R');
    await().atMost(SOON).until(() -> deliveries(ticket, "PENDING") == 1);

    worker.runOnce(clock.instant().plusSeconds(20));
    assertThat(Inbox.of(ticket.email())).isEmpty();
    worker.runOnce(clock.instant().plusSeconds(31));
    onlyConfirmation(ticket);
    say(ticket, 'P');
    say(ticket, 'C');
    worker.runOnce(clock.instant().plusSeconds(600));

    assertThat(onlyMail(ticket).text()).contains("Die Priorität bestimmen wir noch");
    assertThat(deliveries(ticket, null)).isEqualTo(1);
  }

  @Test
  @DisplayName("K15: an improper ticket is asked for the rest, and confirmed when it is complete")
  void improperThenCompleted() {
    AnyTicket ticket = anyTicket("nl");
    Broker.say(Topics.TICKETS, ticket.created(ticket.content(false, "Help")));
    await().atMost(SOON).until(() -> Inbox.of(ticket.email()).size() == 1);
    ReceivedMail request = Inbox.of(ticket.email()).get(0);
    assertThat(request.subject()).contains("We hebben nog iets van u nodig");
    assertThat(request.text()).contains("uw accountnummer", "een beschrijving");

    var at = RECEIVED.plusSeconds(600);
    Broker.say(Topics.TICKETS, ticket.amended(at));
    Broker.say(Topics.TIMINGS, ticket.fact(2, new TicketCompleted(ticket.id(), at)));
    Broker.say(
        Topics.TIMINGS,
        ticket.prioritized(2, ticket.id() + "-amended", Fixtures.urgentPromise(), null));

    onlyConfirmation(ticket);
    List<ReceivedMail> mails = Inbox.of(ticket.email());
    assertThat(mails).hasSize(2);
    assertThat(mails.get(1).text()).contains("Dringend", "15:15");
  }

  @Test
  @DisplayName("R24: nobody is written to under our own address, and that is said")
  void ownAddress() {
    AnyTicket any = anyTicket();
    AnyTicket ticket = new AnyTicket(any.id(), any.reference(), "Support@hourglass.example", "en");
    "CRP".chars().forEach(each -> say(ticket, (char) each));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(said(ticket))
                    .singleElement()
                    .extracting(Event::data)
                    .isInstanceOfSatisfying(
                        DeliveryFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("OWN_ADDRESS")));
    assertThat(deliveries(ticket, "SUPPRESSED")).isEqualTo(1);
    assertThat(Inbox.of(ticket.email())).isEmpty();
  }

  @Test
  @DisplayName("what a customer wrote is neither a header nor markup")
  void nothingIsInjected() {
    AnyTicket ticket = anyTicket();
    String subject = "Help\r\nBcc: all@customer.example\r\n\r\n<script>alert(1)</script> {sender}";
    Broker.say(Topics.TICKETS, ticket.created(ticket.content(true, subject)));
    say(ticket, 'R');
    say(ticket, 'P');

    onlyConfirmation(ticket);
    ReceivedMail mail = onlyMail(ticket);
    assertThat(mail.headers()).doesNotContainKey("Bcc").doesNotContainKey("bcc");
    assertThat(mail.subject()).contains("Help Bcc: all@customer.example <script>");
    assertThat(mail.html()).contains("&lt;script&gt;").doesNotContain("<script");
    assertThat(mail.text()).contains("{sender}");
    assertThat(Inbox.of("all@customer.example")).isEmpty();
  }

  private static void say(AnyTicket ticket, char which) {
    Said said =
        switch (which) {
          case 'C' -> new Said(Topics.TICKETS, ticket.created());
          case 'R' -> new Said(Topics.TIMINGS, ticket.received());
          default -> new Said(Topics.TIMINGS, ticket.prioritized());
        };
    Broker.say(said.topic(), said.event());
  }

  private static ReceivedMail onlyMail(AnyTicket ticket) {
    assertThat(Inbox.of(ticket.email())).hasSize(1);
    return Inbox.of(ticket.email()).get(0);
  }

  private static ConfirmationDelivered onlyConfirmation(AnyTicket ticket) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(said(ticket))
                    .singleElement()
                    .extracting(Event::data)
                    .isInstanceOf(ConfirmationDelivered.class));
    return (ConfirmationDelivered) said(ticket).get(0).data();
  }

  private static List<Event<Fact>> said(AnyTicket ticket) {
    return Broker.said(Topics.TIMINGS, ticket.id(), "notifier");
  }

  private static int deliveries(AnyTicket ticket, String state) {
    String inState = state == null ? "" : "&state=" + state;
    return RestAssured.get("/deliveries?ticketId=" + ticket.id() + inState).path("total");
  }
}
