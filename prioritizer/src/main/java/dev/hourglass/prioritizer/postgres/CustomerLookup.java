package dev.hourglass.prioritizer.postgres;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Role;
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
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Account, member and edition of a ticket, in one round trip: this is on the hot path. */
@ApplicationScoped
public class CustomerLookup implements Customers {

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
             (select id from editions where not pin_only
              order by effective_from > asked.received_at,
                       case when effective_from <= asked.received_at then effective_from end desc,
                       effective_from, id desc
              limit 1)
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
      """;

  private final DataSource dataSource;

  @Inject
  public CustomerLookup(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Customer find(
      @Nullable String account, @Nullable String email, Instant receivedAt, Instant loggedAt) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, account);
      select.setString(2, EmailAddress.digest(email));
      select.setObject(3, OffsetDateTime.ofInstant(receivedAt, ZoneOffset.UTC));
      select.setObject(4, OffsetDateTime.ofInstant(loggedAt, ZoneOffset.UTC));
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return result.getBoolean(1) ? known(result) : Customer.unknown(result.getString(10));
      }
    } catch (SQLException e) {
      throw new DatabaseException("a customer could not be looked up", e);
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
