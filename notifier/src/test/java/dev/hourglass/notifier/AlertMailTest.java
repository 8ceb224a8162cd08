package dev.hourglass.notifier;

import static dev.hourglass.notifier.AlertFixtures.reference;
import static dev.hourglass.notifier.AlertFixtures.say;
import static dev.hourglass.notifier.AlertFixtures.ticket;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.Alert;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.sandbox.ReceivedMail;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class AlertMailTest {

  private static final Duration SOON = Duration.ofSeconds(90);

  private final AlertFixtures alerts = new AlertFixtures(Instant.now());

  @Test
  @DisplayName("a breach is told by mail: which clock, since when, by what deadline, for whom")
  void aBreach() {
    alerts.mail(", \"language\": \"de\", \"timeZone\": \"America/New_York\"", "");
    UUID ticketId = ticket();
    say(alerts.breach(ticketId));
    ReceivedMail mail = mails(1).get(0);
    assertThat(mail.subject()).isEqualTo("[" + reference(ticketId) + "] P1: FIRST_REPLY verletzt");
    assertThat(mail.text())
        .contains("Die Frist ist verstrichen", alerts.account, "PREMIER", "Nordamerik")
        .contains("Abonnements „Team leads“", "/acknowledge/");
    assertThat(mail.html()).contains("lang=\"de\"", "/acknowledge/", alerts.account);
    assertThat(mail.html()).doesNotContain("Ticket eröffnet");
  }

  @Test
  @DisplayName("a withdrawal refers to the mail that told of the breach, and asks nobody to act")
  void aWithdrawal() {
    alerts.mail("", "");
    Event<Alert> breach = alerts.breach(ticket());
    say(breach);
    ReceivedMail told = mails(1).get(0);
    say(alerts.withdrawal(breach));
    ReceivedMail withdrawn =
        mails(2).stream().filter(each -> !each.id().equals(told.id())).findFirst().orElseThrow();
    assertThat(withdrawn.subject()).contains("P1: FIRST_REPLY: breach withdrawn");
    assertThat(header(withdrawn, "In-Reply-To")).isEqualTo(header(told, "Message-ID"));
    assertThat(header(withdrawn, "References")).isEqualTo(header(told, "Message-ID"));
    assertThat(withdrawn.text()).contains("before the deadline").doesNotContain("/acknowledge/");
  }

  @Test
  @DisplayName("R22: an escalation reaches whoever subscribed to its addressee, and nobody else")
  void anEscalation() {
    AlertFixtures director = new AlertFixtures(Instant.now());
    alerts.mail("", ", \"to\": [\"team-lead\"]");
    AlertFixtures.made(
        """
        {"name": "Director", "filter": {"accounts": ["%s"], "to": ["director"]},
         "mail": {"addresses": ["%s"]}}
        """
            .formatted(alerts.account, director.mailbox));
    UUID ticketId = ticket();
    say(
        alerts.breach(ticketId),
        alerts.escalation(ticketId, 1, "team-lead"),
        alerts.escalation(ticketId, 2, "director"));
    await().atMost(SOON).until(() -> Inbox.of(director.mailbox).size() == 1);
    assertThat(Inbox.of(director.mailbox).get(0).subject()).contains("escalated to director");
    assertThat(mails(1).get(0).subject()).contains("escalated to team-lead");
    assertThat(mails(1).get(0).text()).contains("Not all parts of the system");
  }

  @Test
  @DisplayName("a filter by region goes by the basis of the ticket's promise")
  void regions() {
    alerts.mail("", ", \"regions\": [\"US\"]");
    AlertFixtures germany = new AlertFixtures(Instant.now());
    AlertFixtures.made(
        """
        {"name": "Germany", "filter": {"accounts": ["%s"], "regions": ["DE"]},
         "mail": {"addresses": ["%s"]}}
        """
            .formatted(alerts.account, germany.mailbox));
    AnyTicket ticket = Fixtures.anyTicket();
    Broker.say(Topics.TICKETS, ticket.created());
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
    await().atMost(SOON).until(() -> Inbox.of(ticket.email()).size() == 1);
    say(alerts.breach(ticket.id()));
    await().atMost(SOON).until(() -> Inbox.of(germany.mailbox).size() == 1);
    assertThat(Inbox.of(alerts.mailbox)).isEmpty();
  }

  @Test
  @DisplayName("as many as may wait come one by one when the relay is back")
  void noStorm() {
    String id = alerts.mail("", "");
    List<UUID> tickets = storm(id, 10);
    List<ReceivedMail> mails = mails(10);
    assertThat(mails).extracting(ReceivedMail::subject).doesNotContain("Alerts");
    assertThat(mails)
        .extracting(ReceivedMail::subject)
        .containsExactlyInAnyOrderElementsOf(
            tickets.stream()
                .map(each -> "[" + reference(each) + "] P1: FIRST_REPLY breached")
                .toList());
  }

  @Test
  @DisplayName("one more than may wait, and they come as one digest; each alert is told once")
  void storm() {
    String id = alerts.mail("", "");
    List<UUID> tickets = storm(id, 11);
    await().atMost(SOON).until(() -> told().size() == tickets.size());
    assertThat(told()).containsExactlyInAnyOrderElementsOf(references(tickets));
    List<ReceivedMail> mails = Inbox.of(alerts.mailbox);
    assertThat(mails).filteredOn(each -> each.subject().startsWith("Alerts: ")).hasSize(1);
    // What a worker was sending, or had just claimed, is not folded; how many is a matter of luck.
    assertThat(mails).hasSizeLessThan(tickets.size());
  }

  @Test
  @DisplayName("R13: late breaches are one digest, in which those taken back are struck out")
  void late() {
    alerts.mail("", "");
    UUID first = ticket();
    UUID second = ticket();
    Event<Alert> wrong = alerts.lateBreach(second);
    say(alerts.lateBreach(first), wrong, alerts.withdrawal(wrong));
    await().atMost(SOON).until(() -> told().size() >= 2);
    ReceivedMail digest = mails(1).get(0);
    assertThat(digest.text())
        .contains(reference(first) + " P1 | FIRST_REPLY", reference(second) + " P1 | FIRST_REPLY")
        .containsOnlyOnce("(withdrawn)");
    assertThat(digest.html()).contains("<s>FIRST_REPLY</s>");
  }

  @Test
  @DisplayName("a late breach that stays alone gets a mail as others do")
  void alone() {
    alerts.mail("", "");
    say(alerts.lateBreach(ticket()));
    ReceivedMail mail = mails(1).get(0);
    assertThat(mail.subject()).endsWith("P1: FIRST_REPLY breached");
    assertThat(mail.text()).contains("Seen 1\u00a0minute 30\u00a0seconds late", "/acknowledge/");
  }

  @Test
  @DisplayName("R10: what falls into quiet hours waits until they end")
  void quietHours() {
    // All of the week but one minute twelve hours from now, in UTC.
    String minute = Instant.now().plus(Duration.ofHours(12)).toString().substring(11, 16);
    String next =
        Instant.now().plus(Duration.ofHours(12)).plusSeconds(60).toString().substring(11, 16);
    String quiet =
        """
        , "quietHours": {"exceptP1": %s, "intervals": [{"from": "%s", "to": "%s", "days":
         ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]}]}
        """;
    alerts.mail(quiet.formatted("false", next, minute), "");
    AlertFixtures awake = new AlertFixtures(Instant.now());
    AlertFixtures.made(
        """
        {"name": "Awake", "filter": {"accounts": ["%s"]}, "mail": {"addresses": ["%s"]%s}}
        """
            .formatted(alerts.account, awake.mailbox, quiet.formatted("true", next, minute)));
    UUID ticketId = ticket();
    say(alerts.breach(ticketId));
    await().atMost(SOON).until(() -> Inbox.of(awake.mailbox).size() == 1);
    assertThat(Inbox.of(alerts.mailbox)).isEmpty();
    List<String> states = get("/deliveries?ticketId=" + ticketId).path("items.state");
    assertThat(states).containsExactlyInAnyOrder("SENT", "FOLDED");
  }

  /** Alerts about as many tickets, while the relay is away. */
  private List<UUID> storm(String subscription, int many) {
    List<UUID> tickets = IntStream.range(0, many).mapToObj(i -> ticket()).toList();
    SandboxResource.sandbox().stopMail();
    try {
      for (UUID each : tickets) {
        say(alerts.breach(each));
        await()
            .atMost(SOON)
            .until(() -> get("/deliveries?ticketId=" + each).<Integer>path("total") == 1);
      }
    } finally {
      SandboxResource.sandbox().startMail();
    }
    return tickets;
  }

  /** The tickets that mails told of, one by one or in a digest. */
  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (ReceivedMail mail : Inbox.of(alerts.mailbox)) {
      if (mail.subject().startsWith("[")) {
        told.add(mail.subject().substring(1, mail.subject().indexOf(']')));
      } else {
        mail.text()
            .lines()
            .filter(line -> line.startsWith("HG-"))
            .forEach(line -> told.add(line.substring(0, line.indexOf(' '))));
      }
    }
    return told;
  }

  private static List<String> references(List<UUID> tickets) {
    return tickets.stream().map(AlertFixtures::reference).toList();
  }

  private List<ReceivedMail> mails(int many) {
    await().atMost(SOON).until(() -> Inbox.of(alerts.mailbox).size() == many);
    return Inbox.of(alerts.mailbox);
  }

  private static String header(ReceivedMail mail, String name) {
    return mail.headers().entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(java.util.Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
