package dev.hourglass.prioritizer.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The latest versions of the accounts that are asked for most, in memory. */
@ApplicationScoped
public class LatestAccounts {

  /** Accounts and their members together: about 20 MB. */
  private static final long MOST = 100_000;

  private static final String FIND =
      "select effective_from, document from account_versions where account = ? and sequence = ?";

  private final Cache<String, LatestAccount> accounts =
      Caffeine.newBuilder()
          .maximumWeight(MOST)
          .weigher((String number, LatestAccount account) -> account.weight())
          .build();

  /** That version of the account, from memory if it is there. */
  LatestAccount get(Connection connection, String number, long sequence) throws SQLException {
    LatestAccount known = accounts.getIfPresent(number);
    if (known != null && known.sequence() == sequence) {
      return known;
    }
    LatestAccount read = read(connection, number, sequence);
    accounts.put(number, read);
    return read;
  }

  private static LatestAccount read(Connection connection, String number, long sequence)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, number);
      select.setLong(2, sequence);
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return LatestAccount.of(
            sequence, Instants.get(result, 1), AccountVersions.document(result.getString(2)));
      }
    }
  }
}
