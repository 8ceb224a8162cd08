package dev.hourglass.prioritizer.postgres;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.prioritizer.account.AccountVersion;
import dev.hourglass.prioritizer.ticket.PlanChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Changes of a plan in PostgreSQL, on the caller's transaction. */
@ApplicationScoped
public class PlanChangeStore implements PlanChanges {

  private static final String NEXT =
      """
      select account, sequence, type, plan, done_to from plan_changes
      order by account, sequence limit 1 for update skip locked
      """;

  private static final String TICKETS =
      """
      select ticket_id, latest #>> '{promise,edition}' from tickets
      where account = ? and closed_at is null and solved_at is null and latest is not null
        and (cast(? as uuid) is null or ticket_id > ?)
      order by ticket_id limit ?
      """;

  private static final String GO_ON =
      "update plan_changes set done_to = ? where account = ? and sequence = ?";

  private static final String END = "delete from plan_changes where account = ? and sequence = ?";

  private final DataSource dataSource;

  @Inject
  public PlanChangeStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<Batch> next(int most) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement next = connection.prepareStatement(NEXT);
        ResultSet change = next.executeQuery()) {
      if (!change.next()) {
        return Optional.empty();
      }
      AccountVersion version =
          new AccountVersion(
              change.getString(1),
              change.getLong(2),
              AccountType.valueOf(change.getString(3)),
              Plan.valueOf(change.getString(4)));
      UUID doneTo = change.getObject(5, UUID.class);
      List<PromisedTicket> tickets = tickets(connection, version.number(), doneTo, most);
      return Optional.of(new Batch(version, tickets, tickets.size() < most));
    } catch (SQLException e) {
      throw new DatabaseException("the open tickets of an account could not be read", e);
    }
  }

  private static List<PromisedTicket> tickets(
      Connection connection, String account, UUID doneTo, int most) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TICKETS)) {
      select.setString(1, account);
      select.setObject(2, doneTo);
      select.setObject(3, doneTo);
      select.setInt(4, most);
      List<PromisedTicket> tickets = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          tickets.add(new PromisedTicket(result.getObject(1, UUID.class), result.getString(2)));
        }
      }
      return tickets;
    }
  }

  @Override
  public void done(Batch batch) {
    AccountVersion version = batch.version();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(batch.last() ? END : GO_ON)) {
      int index = 1;
      if (!batch.last()) {
        List<PromisedTicket> tickets = batch.tickets();
        update.setObject(index++, tickets.get(tickets.size() - 1).ticketId());
      }
      update.setString(index++, version.number());
      update.setLong(index, version.sequence());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException("a change of a plan could not be kept", e);
    }
  }
}
