package dev.hourglass.notifier;

import static dev.hourglass.notifier.Fixtures.RECEIVED;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.alert.ClockState;
import dev.hourglass.contracts.alert.ClockStatus;
import dev.hourglass.contracts.alert.ClocksChanged;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Basis;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.rating.SatisfactionRated;
import dev.hourglass.contracts.ticket.Channel;
import dev.hourglass.contracts.ticket.Queue;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.notifier.Fixtures.AnyTicket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** The clocks of tickets as sla-monitor says them, and what notifier keeps of them. */
final class Clocks {

  private Clocks() {}

  /** A clock in its first cycle. */
  enum State {
    FIRST_REPLY_MET(Metric.FIRST_REPLY, ClockStatus.MET),
    RESTORATION_RUNNING(Metric.RESTORATION, ClockStatus.RUNNING),
    RESTORATION_AT_RISK(Metric.RESTORATION, ClockStatus.AT_RISK),
    RESTORATION_MET(Metric.RESTORATION, ClockStatus.MET),
    RESTORATION_MET_LATE(Metric.RESTORATION, ClockStatus.MET_LATE);

    private final Metric metric;
    private final ClockStatus status;

    State(Metric metric, ClockStatus status) {
      this.metric = metric;
      this.status = status;
    }

    private ClockState clock() {
      return new ClockState(
          metric, 1, status, RECEIVED, null, null, null, Duration.ofHours(4), "24x7", true);
    }
  }

  static Event<ClocksChanged> of(AnyTicket ticket, long version, State... states) {
    return Event.withId(
        ticket.id() + "-clocks-" + version,
        "sla-monitor",
        RECEIVED.plusSeconds(version),
        version,
        new ClocksChanged(
            ticket.id(),
            version,
            RECEIVED.plusSeconds(version),
            1,
            ticket.reference(),
            "A-1001",
            Priority.P1,
            Plan.PREMIER,
            "2021",
            Arrays.stream(states).map(State::clock).toList()));
  }

  /** Says all that makes a ticket rateable. */
  static void solved(AnyTicket ticket, String account, Priority priority, Plan plan) {
    Broker.say(Topics.TICKETS, ticket.created());
    Broker.say(Topics.TIMINGS, ticket.received());
    TicketPrioritized usual = ticket.prioritized().data();
    TicketPrioritized promise =
        new TicketPrioritized(
            usual.ticketId(),
            usual.occurredAt(),
            usual.cause(),
            priority,
            usual.reasons(),
            null,
            false,
            usual.entitlement(),
            new Basis(
                account,
                true,
                AccountType.BUSINESS,
                plan,
                Role.ADMIN,
                "DE",
                ZoneId.of("Europe/Berlin"),
                null,
                Channel.WEB,
                Queue.TECHNICAL,
                priority),
            usual.promise());
    Broker.say(
        Topics.TIMINGS,
        Event.withId(ticket.id() + "-promise", "prioritizer", promise.occurredAt(), 1, promise));
    Broker.say(Topics.TIMINGS, ticket.solved(1));
  }

  /** Whether the promise has been heard of. */
  static boolean isPromised(DataSource dataSource, AnyTicket ticket) throws SQLException {
    return !one(
            dataSource, "select id from tickets where id = ? and prioritized is not null", ticket)
        .isEmpty();
  }

  /**
   * The version that outcomes were written at, and by which transaction; empty if they were not.
   */
  static String version(DataSource dataSource, AnyTicket ticket) throws SQLException {
    return one(
        dataSource, "select version || ' ' || xmin from outcomes where ticket_id = ?", ticket);
  }

  private static String one(DataSource dataSource, String query, AnyTicket ticket)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setObject(1, ticket.id());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getString(1) : "";
      }
    }
  }

  /** What was said of a ticket's ratings, when so many have been. */
  static List<SatisfactionRated> ratings(AnyTicket ticket, int many) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> Broker.said(Topics.RATINGS, ticket.id(), "notifier").size() == many);
    return Broker.said(Topics.RATINGS, ticket.id(), "notifier").stream().map(Event::data).toList();
  }
}
