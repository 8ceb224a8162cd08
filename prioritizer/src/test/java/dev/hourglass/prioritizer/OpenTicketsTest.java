package dev.hourglass.prioritizer;

import static dev.hourglass.prioritizer.TicketFixture.closed;
import static dev.hourglass.prioritizer.TicketFixture.created;
import static dev.hourglass.prioritizer.TicketFixture.outageOf;
import static dev.hourglass.prioritizer.TicketFixture.reprioritized;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.promise.Reason;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.policy.yaml.ShippedEditions;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.prioritizer.ticket.NewEdition;
import dev.hourglass.prioritizer.ticket.OpenTickets;
import dev.hourglass.prioritizer.ticket.Tickets;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class OpenTicketsTest {

  private static final int MANY = Integer.getInteger("open.tickets", 450);

  /** Tickets like the one there is, heard one after the other. */
  private static final String COPIES =
      """
      insert into tickets (ticket_id, heard_at, content_sequence, agent_sequence, sequence, latest)
      select copy.id, heard_at + copy.n * interval '1 microsecond', 1, 0, 1,
        cast(replace(cast(latest as text), cast(ticket_id as text), cast(copy.id as text)) as json)
      from tickets, lateral (
        select n, gen_random_uuid() as id from generate_series(1, %2$s) n
        where tickets.ticket_id is not null) copy
      where ticket_id = '%1$s'
      """;

  @Inject Editions editions;
  @Inject OpenTickets openTickets;
  @Inject Tickets tickets;
  @Inject EffectiveEditions effective;
  @Inject Clock clock;
  @Inject DataSource dataSource;
  @Inject MeterRegistry registry;

  private final TopicLog log = TopicLog.shared();
  private final SaidPromises promises = new SaidPromises(log);

  private static void account(String number, String edition) {
    given()
        .contentType("application/json")
        .body(
            """
            {"name": "Acme", "type": "BUSINESS", "plan": "PREMIER", %s "country": "DE",
             "members": [{"email": "ada@acme.example", "role": "ADMIN"}]}
            """
                .formatted(edition))
        .put("/accounts/" + number);
  }

  private void publish(String id, Instant effectiveFrom) {
    String document =
        ShippedEditions.document("2021")
            .replace("edition: \"2021\"", "edition: " + id)
            .replace("2021-01-01T00:00:00Z", effectiveFrom.toString())
            .replace("NEW_TICKETS", "OPEN_TICKETS")
            .replace("P1: 4h, P2: 8h", "P1: 3h, P2: 8h");
    editions.publish(EditionYaml.read(document), document, clock.instant());
  }

  /** How many promises the metric knows of. */
  private double counted() {
    return registry.find("prioritizer.promises").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  /** To the second, so that the database keeps it as it is. */
  private Instant inSeconds(int seconds) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
  }

  private UUID ticketOf(String account) {
    UUID ticket = UuidCreator.getTimeOrderedEpoch();
    log.say(Topics.TICKETS, created(ticket, outageOf(account, "ada@acme.example", null)));
    promises.await(ticket, 1);
    return ticket;
  }

  @Test
  @DisplayName(
      "R21: an edition for open tickets, too, promises them anew once it is effective, once each; closed and pinned ones keep theirs")
  void promisesOpenTicketsAnew() {
    account("O-OPEN", "");
    account("O-PIN", "\"edition\": \"2021\",");
    UUID open = ticketOf("O-OPEN");
    UUID pinned = ticketOf("O-PIN");
    UUID over = ticketOf("O-OPEN");
    log.say(Topics.TIMINGS, closed(over, 5));
    awaitClosed(over);

    Instant soon = inSeconds(3_600);
    double counted = counted();
    publish("open-1", soon);
    effective.runOnce(soon.minusMillis(1));
    assertThat(promises.of(open)).hasSize(1);
    effective.runOnce(soon);
    effective.runOnce(soon.plusSeconds(1));
    openTickets.repromise("open-1", soon.plusSeconds(2));

    promises.await(open, 2);
    assertThat(counted()).isGreaterThanOrEqualTo(counted + 1);
    UUID last = ticketOf("O-PIN");
    assertThat(promises.of(last)).hasSize(1);
    assertThat(promises.of(open)).hasSize(2);
    assertThat(promises.of(pinned)).hasSize(1);
    assertThat(promises.of(over)).hasSize(1);
    TicketPrioritized first = promises.of(open).get(0).data();
    TicketPrioritized anew = promises.of(open).get(1).data();
    assertThat(first.promise().edition()).isEqualTo("2021");
    assertThat(anew.promise().edition()).isEqualTo("open-1");
    assertThat(anew.cause()).isEqualTo(editions.publishedAs("open-1"));
    assertThat(anew.basis()).isEqualTo(first.basis());
    assertThat(anew.promise().target(Metric.RESTORATION).orElseThrow().within())
        .isEqualTo(Duration.ofHours(3));
    assertThat(anew.reasons())
        .extracting(Reason::rule)
        .containsExactly(
            "down-without-workaround", NewEdition.FOR_OPEN_TICKETS, "prioritised-response-times");
  }

  @Test
  @DisplayName(
      "R21: a ticket that is heard of after the first look is found by a later one; an agent then moves it within the new edition")
  void findsTicketsThatAreHeardLater() throws SQLException {
    account("O-LATE", "");
    Instant soon = inSeconds(7_200);
    publish("open-2", soon);
    effective.runOnce(soon);
    UUID late = ticketOf("O-LATE");
    heardAt(late, soon.plusSeconds(3));
    effective.runOnce(soon.plusSeconds(10));
    promises.await(late, 2);
    assertThat(promises.of(late).get(1).data().promise().edition()).isEqualTo("open-2");

    log.say(Topics.TIMINGS, reprioritized(late, 1, Priority.P2));
    promises.await(late, 3);
    assertThat(promises.of(late).get(2).data().promise().edition()).isEqualTo("open-2");
  }

  @Test
  @DisplayName("R21: a solved ticket keeps its promise, and gets the new one when it is reopened")
  void promisesReopenedTicketsAnew() {
    account("O-BACK", "");
    UUID back = ticketOf("O-BACK");
    Instant soon = inSeconds(10_800);
    solve(back, true, soon.minusSeconds(60));
    publish("open-6", soon);
    effective.runOnce(soon);
    assertThat(promises.of(back)).hasSize(1);

    solve(back, false, soon.plusSeconds(600));
    effective.runOnce(soon.plusSeconds(610));
    effective.runOnce(soon.plusSeconds(620));
    TicketPrioritized anew = promises.await(back, 2).get(1).data();
    assertThat(anew.promise().edition()).isEqualTo("open-6");
  }

  private void solve(UUID ticket, boolean solved, Instant at) {
    QuarkusTransaction.requiringNew().run(() -> tickets.solve(ticket, solved, at));
  }

  @Test
  @DisplayName(
      "R21: of two editions for open tickets the later one counts, and only once it is effective")
  void knowsWhichEditionIsForOpenTickets() {
    Instant far = inSeconds(720_000);
    publish("open-4", far.plusSeconds(60));
    publish("open-3", far);
    assertThat(editions.forOpenTickets(far.minusMillis(1))).isNotEqualTo(Optional.of("open-3"));
    assertThat(editions.forOpenTickets(far)).contains("open-3");
    assertThat(editions.forOpenTickets(far.plusSeconds(60))).contains("open-4");
  }

  @Test
  @DisplayName(
      "R21: tickets of several batches are promised anew once each, and killed before the end nothing is said twice")
  void goesOnWhereItEnded() throws SQLException {
    account("O-MANY", "");
    UUID one = ticketOf("O-MANY");
    update("delete from tickets where ticket_id <> '%s'".formatted(one));
    update(COPIES.formatted(one, MANY));
    Instant soon = inSeconds(14_400);
    publish("open-5", soon);

    openTickets.repromise("open-5", soon);
    assertThat(promisesUnder("open-5")).isEqualTo(MANY + 1);

    update("update editions set looked_at = null where id = 'open-5'");
    openTickets.repromise("open-5", soon.plusSeconds(1));
    assertThat(promisesUnder("open-5")).isEqualTo(MANY + 1);
    promises.await(one, 2);
  }

  private int promisesUnder(String edition) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from promises where edition = ?")) {
      count.setString(1, edition);
      try (ResultSet result = count.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    }
  }

  private void update(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.executeUpdate();
    }
  }

  private void heardAt(UUID ticket, Instant at) throws SQLException {
    update("update tickets set heard_at = '%s' where ticket_id = '%s'".formatted(at, ticket));
  }

  private void awaitClosed(UUID ticket) {
    await().atMost(Duration.ofSeconds(20)).until(() -> isClosed(ticket));
  }

  private boolean isClosed(UUID ticket) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select closed_at from tickets where ticket_id = ?")) {
      select.setObject(1, ticket);
      try (ResultSet result = select.executeQuery()) {
        return result.next() && result.getObject(1) != null;
      }
    }
  }
}
