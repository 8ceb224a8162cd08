package dev.hourglass.prioritizer.postgres;

import static dev.hourglass.prioritizer.postgres.Instants.utc;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.prioritizer.account.AccountVersion;
import dev.hourglass.prioritizer.account.EmailAddress;
import dev.hourglass.prioritizer.ticket.Customer;
import dev.hourglass.prioritizer.ticket.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Account, member and edition of a ticket: this is on the hot path, so the latest version of an
 * account stays in memory. Each look-up asks the database which version is the latest, so that a
 * change counts at once, whichever instance made it.
 */
@ApplicationScoped
public class CustomerLookup implements Customers {

  /** The edition of those who pin none. */
  private static final String EDITION =
      """
      select id from editions where not pin_only
      order by effective_from > asked.received_at,
               case when effective_from <= asked.received_at then effective_from end desc,
               effective_from, id desc
      limit 1
      """;

  /**
   * Always one row. The version of the account is the last one that was effective when the ticket
   * was received; without one, the first that was effective when it was logged. The edition that
   * applies is the pinned one, else the latest that was effective; for a ticket older than all of
   * them, the first there was.
   */
  private static final String FIND =
      """
      select account.number is not null, account.type, account.plan, account.country,
             account.time_zone, coalesce(member.language, account.language),
             account.members > 0, member.role, account.edition,
             (%s)
      from (select cast(? as text) as number, cast(? as text) as digest,
                   cast(? as timestamptz) as received_at,
                   cast(? as timestamptz) as logged_at) asked
      left join lateral (
        select account as number, document ->> 'type' as type, document ->> 'plan' as plan,
               document ->> 'country' as country, document ->> 'timeZone' as time_zone,
               document ->> 'language' as language, document ->> 'edition' as edition,
               document -> 'members' as list, json_array_length(document -> 'members') as members
        from account_versions
        where account = asked.number
          and effective_from <= greatest(asked.received_at, asked.logged_at)
        order by effective_from > asked.received_at,
                 case when effective_from <= asked.received_at then sequence end desc, sequence
        limit 1) account on true
      left join lateral (
        select each ->> 'role' as role, each ->> 'language' as language
        from json_array_elements(account.list) each
        where each ->> 'emailDigest' = asked.digest) member on true
      """
          .formatted(EDITION);

  private static final String LATEST =
      """
      select (select sequence from accounts where number = asked.number), (%s)
      from unnest(?, ?) with ordinality as asked (number, received_at, place) order by place
      """
          .formatted(EDITION);

  private static final String HOLD = "select 1 from accounts where number = ? for share";

  private static final String VERSIONS_AFTER =
      """
      select sequence, document ->> 'type', document ->> 'plan' from account_versions
      where account = ? and effective_from > ? order by sequence
      """;

  private final DataSource dataSource;
  private final LatestAccounts accounts;

  @Inject
  public CustomerLookup(DataSource dataSource, LatestAccounts accounts) {
    this.dataSource = dataSource;
    this.accounts = accounts;
  }

  @Override
  public List<Customer> find(List<Asking> requesters) {
    if (requesters.isEmpty()) {
      return List.of();
    }
    try (Connection connection = dataSource.getConnection()) {
      List<Current> current = current(connection, requesters);
      List<Customer> found = new ArrayList<>();
      for (int i = 0; i < requesters.size(); i++) {
        found.add(customer(connection, requesters.get(i), current.get(i)));
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseException("customers could not be looked up", e);
    }
  }

  /**
   * What holds now.
   *
   * @param sequence of the account's latest version; 0 if there is no such account
   */
  private record Current(long sequence, String edition) {}

  private static List<Current> current(Connection connection, List<Asking> requesters)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LATEST)) {
      select.setArray(
          1, connection.createArrayOf("text", requesters.stream().map(Asking::account).toArray()));
      select.setArray(
          2,
          connection.createArrayOf(
              "timestamptz",
              requesters.stream().map(each -> each.receivedAt().toString()).toArray()));
      List<Current> current = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          current.add(new Current(result.getLong(1), result.getString(2)));
        }
      }
      return current;
    }
  }

  private Customer customer(Connection connection, Asking requester, Current current)
      throws SQLException {
    if (current.sequence() == 0) {
      return Customer.unknown(current.edition());
    }
    LatestAccount latest = accounts.get(connection, requester.account(), current.sequence());
    return latest.isEffectiveAt(requester.receivedAt())
        ? latest.customer(EmailAddress.digest(requester.email()), current.edition())
        : earlier(connection, requester);
  }

  /** The account as it was before its latest version: seldom asked for, and never kept. */
  private static Customer earlier(Connection connection, Asking requester) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, requester.account());
      select.setString(2, EmailAddress.digest(requester.email()));
      select.setObject(3, utc(requester.receivedAt()));
      select.setObject(4, utc(requester.loggedAt()));
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return result.getBoolean(1) ? known(result) : Customer.unknown(result.getString(10));
      }
    }
  }

  @Override
  public List<AccountVersion> versionsAfter(String account, Instant receivedAt) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement hold = connection.prepareStatement(HOLD);
        PreparedStatement select = connection.prepareStatement(VERSIONS_AFTER)) {
      // A statement of its own: the next one sees what was committed while this one waited.
      hold.setString(1, account);
      hold.execute();
      select.setString(1, account);
      select.setObject(2, utc(receivedAt));
      List<AccountVersion> versions = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          versions.add(
              new AccountVersion(
                  account,
                  result.getLong(1),
                  AccountType.valueOf(result.getString(2)),
                  Plan.valueOf(result.getString(3))));
        }
      }
      return versions;
    } catch (SQLException e) {
      throw new DatabaseException("the versions of an account could not be read", e);
    }
  }

  private static Customer known(ResultSet result) throws SQLException {
    String timeZone = result.getString(5);
    String role = result.getString(8);
    String pinned = result.getString(9);
    return new Customer(
        true,
        AccountType.valueOf(result.getString(2)),
        Plan.valueOf(result.getString(3)),
        result.getString(4),
        timeZone == null ? null : ZoneId.of(timeZone),
        result.getString(6),
        result.getBoolean(7),
        role == null ? null : Role.valueOf(role),
        pinned == null ? result.getString(10) : pinned,
        pinned != null);
  }
}
