package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.anyTicket;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.timing.ConfirmationDelivered;
import dev.hourglass.contracts.timing.DeliveryFailed;
import dev.hourglass.contracts.timing.Fact;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import dev.hourglass.notifier.postgres.PostgresDeliveries;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.mail.SmtpFault;
import dev.hourglass.sandbox.mail.SmtpFault.Step;
import dev.hourglass.sandbox.mail.SmtpProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Mails through a relay that wants TLS and a login, and that does not always want to. */
@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
@QuarkusTestResource(value = Relay.class, restrictToAnnotatedClass = true)
class RelayTest {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Duration SHORT = Duration.ofSeconds(3);

  @Inject PostgresDeliveries deliveries;
  @Inject DataSource dataSource;

  private SmtpProbe relay;

  @BeforeEach
  void start() {
    var config = ConfigProvider.getConfig();
    relay =
        SmtpProbe.start(
            config.getValue(Relay.PORT, Integer.class),
            Relay.terms(config.getValue(Relay.CERTIFICATE, String.class)));
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  @DisplayName("R23: an acceptance that got lost on its way is repeated under the same Message-ID")
  void acceptedButNotTold() {
    AnyTicket ticket = at("lost.example");
    relay.fail(ticket.email(), SmtpFault.acceptAndDrop());
    post(ticket);
    awaitFacts(ticket, ConfirmationDelivered.class);
    assertThat(relay.acceptedFor(ticket.email()))
        .hasSize(2)
        .allMatch(SmtpProbe.Accepted::encrypted)
        .extracting(mail -> mail.header("Message-ID").orElseThrow())
        .containsOnly(relay.acceptedFor(ticket.email()).get(0).header("Message-ID").get());
  }

  @Test
  @DisplayName(
      "R23: what a killed instance was sending is sent once more at its next start; counted")
  void killedWhileSending() throws SQLException {
    AnyTicket ticket = at("killed.example");
    Broker.say(Topics.TICKETS, ticket.created());
    await().atMost(SOON).until(() -> states(ticket).equals(List.of("PENDING")));
    claimedBy(ticket, "notifier-0/its-former-life", "1 hour");
    awaitFacts(ticket, ConfirmationDelivered.class);
    assertThat(relay.acceptedFor(ticket.email())).hasSize(1);
    assertThat(page(ticket).<List<Integer>>path("items.repeated")).containsExactly(1);
    assertThat(get("/q/metrics").asString()).contains("notifier_deliveries_repeated_total");
  }

  @Test
  @DisplayName("R23: what another instance is sending is left to it until its lease is over")
  void leaseOfAnother() throws SQLException {
    AnyTicket ticket = at("leased.example");
    Broker.say(Topics.TICKETS, ticket.created());
    await().atMost(SOON).until(() -> states(ticket).equals(List.of("PENDING")));
    claimedBy(ticket, "notifier-1/its-life", "1 hour");
    assertThat(deliveries.reclaim()).isZero();
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
    await().during(SHORT).atMost(SOON).until(() -> states(ticket).equals(List.of("SENDING")));
    assertThat(relay.acceptedFor(ticket.email())).isEmpty();
    claimedBy(ticket, "notifier-1/its-life", "-1 millisecond");
    awaitFacts(ticket, ConfirmationDelivered.class);
    assertThat(relay.acceptedFor(ticket.email())).hasSize(1);
  }

  @Test
  @DisplayName(
      "R23: a commit that fails after the acceptance is made up for, and nothing sent twice")
  void commitPrevented() throws SQLException {
    AnyTicket ticket = at("uncommitted.example");
    sql(
        "create function refuse() returns trigger language plpgsql as $$ begin"
            + " if new.state = 'SENT' and new.recipient like '%@uncommitted.example'"
            + " then raise exception 'not now'; end if; return new; end $$");
    sql("create trigger refuse before update on deliveries for each row execute function refuse()");
    try {
      post(ticket);
      await().atMost(SOON).until(() -> relay.acceptedFor(ticket.email()).size() == 1);
      await()
          .during(SHORT)
          .atMost(SOON)
          .until(() -> states(ticket).equals(List.of("SENDING")) && facts(ticket).isEmpty());
    } finally {
      sql("drop trigger refuse on deliveries");
      sql("drop function refuse()");
    }
    awaitFacts(ticket, ConfirmationDelivered.class);
    assertThat(relay.acceptedFor(ticket.email())).hasSize(1);
    assertThat(page(ticket).<List<Integer>>path("items.repeated")).containsExactly(0);
  }

  @Test
  @DisplayName(
      "a provider that asks for patience gets it for all its recipients, and then its mails")
  void throttled() {
    AnyTicket first = at("busy.example");
    AnyTicket second = at("busy.example");
    AnyTicket other = at("idle.example");
    SmtpFault patience = SmtpFault.reply(Step.RECIPIENT, "451 4.7.1 too many messages");
    relay.fail("busy.example", patience, patience);
    post(first);
    await().atMost(SOON).until(() -> reasons(first).contains("SMTP_451") || said(first));
    post(second);
    post(other);
    for (AnyTicket ticket : List.of(first, second, other)) {
      awaitFacts(ticket, ConfirmationDelivered.class);
      assertThat(relay.acceptedFor(ticket.email())).hasSize(1);
    }
    assertNotBlamedFor(2, first);
  }

  @Test
  @DisplayName(
      "while the relay does not let us in all mails wait and none is blamed, and that is counted")
  void relayClosed() {
    AnyTicket ticket = at("closed.example");
    relay.hangUp();
    relay.fail(
        SmtpProbe.ANYBODY,
        SmtpFault.reply(Step.SENDER, "530 5.7.0 your account is closed"),
        SmtpFault.reply(Step.SENDER, "530 5.7.0 your account is closed"));
    post(ticket);
    awaitFacts(ticket, ConfirmationDelivered.class);
    assertNotBlamedFor(2, ticket);
    assertThat(metric("notifier_deliveries_misconfigured_total")).isPositive();
  }

  /** The attempts that were refused do not count; one on a connection that was lost may. */
  private static void assertNotBlamedFor(int refused, AnyTicket ticket) {
    assertThat(page(ticket).<List<Integer>>path("items.attempts"))
        .hasSize(1)
        .allMatch(attempts -> attempts <= refused);
  }

  @Test
  @DisplayName("no more than its rate goes to a provider, and nothing is lost or sent twice")
  void paced() {
    List<AnyTicket> tickets =
        java.util.stream.IntStream.range(0, 3).mapToObj(i -> at("paced.example")).toList();
    tickets.forEach(RelayTest::post);
    for (AnyTicket ticket : tickets) {
      awaitFacts(ticket, ConfirmationDelivered.class);
      assertThat(relay.acceptedFor(ticket.email())).hasSize(1);
    }
    assertThat(metric("notifier_deliveries_paced_total{kind=\"confirmation\"}")).isPositive();
  }

  @Test
  @DisplayName("S48: a mail that was refused for good can be redriven, and then confirms after all")
  void redriven() {
    AnyTicket ticket = at("moved.example");
    relay.fail(ticket.email(), SmtpFault.reply(Step.RECIPIENT, "550 5.1.1 no such mailbox"));
    post(ticket);
    awaitFacts(ticket, DeliveryFailed.class);
    String id = page(ticket).<List<String>>path("items.id").get(0);
    given().post("/deliveries/" + id + "/redrive").then().statusCode(202);
    awaitFacts(ticket, DeliveryFailed.class, ConfirmationDelivered.class);
    assertThat(facts(ticket).stream().map(Event::id).distinct()).hasSize(2);
    assertThat(facts(ticket).stream().map(Event::sequence)).containsExactly(1L, 2L);
    given().post("/deliveries/" + id + "/redrive").then().statusCode(409);
    given().post("/deliveries/" + UUID.randomUUID() + "/redrive").then().statusCode(404);
    given().post("/deliveries/redrives?state=LOST").then().statusCode(400);
  }

  @Test
  @DisplayName("what failed for one reason is redriven at once")
  void redrivenTogether() {
    List<AnyTicket> tickets = List.of(at("gone.example"), at("gone.example"));
    for (AnyTicket ticket : tickets) {
      relay.fail(ticket.email(), SmtpFault.reply(Step.END, "556 5.1.10 no mail here"));
      post(ticket);
    }
    tickets.forEach(ticket -> awaitFacts(ticket, DeliveryFailed.class));
    Response redriven = given().post("/deliveries/redrives?reason=SMTP_556&kind=CONFIRMATION");
    assertThat(redriven.<Map<String, Object>>path("$"))
        .containsEntry("redriven", 2)
        .containsEntry("more", false);
    tickets.forEach(
        ticket -> awaitFacts(ticket, DeliveryFailed.class, ConfirmationDelivered.class));
  }

  /** A ticket of a requester at some provider. */
  private static AnyTicket at(String provider) {
    AnyTicket any = anyTicket();
    String mailbox = any.email().split("@", 2)[0];
    return new AnyTicket(any.id(), any.reference(), mailbox + "@" + provider, "en");
  }

  private static void post(AnyTicket ticket) {
    Broker.say(Topics.TICKETS, ticket.created());
    Broker.say(Topics.TIMINGS, ticket.received());
    Broker.say(Topics.TIMINGS, ticket.prioritized());
  }

  /** As a worker leaves a delivery that dies while it sends it. */
  private void claimedBy(AnyTicket ticket, String claimant, String lease) throws SQLException {
    sql(
        "update deliveries set state = 'SENDING', claim = gen_random_uuid(), attempts = 1,"
            + (" claimed_by = '" + claimant + "', due_at = now(),")
            + (" lease_until = clock_timestamp() + interval '" + lease + "'")
            + (" where ticket_id = '" + ticket.id() + "'"));
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  @SafeVarargs
  private static void awaitFacts(AnyTicket ticket, Class<? extends Fact>... types) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(facts(ticket).stream().<Class<?>>map(said -> said.data().getClass()))
                    .containsExactly(types));
  }

  private static boolean said(AnyTicket ticket) {
    return !facts(ticket).isEmpty();
  }

  private static List<Event<Fact>> facts(AnyTicket ticket) {
    return Broker.said(Topics.TIMINGS, ticket.id(), "notifier");
  }

  private static Response page(AnyTicket ticket) {
    return get("/deliveries?ticketId=" + ticket.id());
  }

  private static List<String> states(AnyTicket ticket) {
    return page(ticket).path("items.state");
  }

  private static List<String> reasons(AnyTicket ticket) {
    return page(ticket).path("items.reason");
  }

  private static double metric(String name) {
    return get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
