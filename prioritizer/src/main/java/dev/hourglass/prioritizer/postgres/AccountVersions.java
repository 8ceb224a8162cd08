package dev.hourglass.prioritizer.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.prioritizer.account.Accounts.History;
import dev.hourglass.prioritizer.account.Accounts.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Every version that an account had. */
@ApplicationScoped
public class AccountVersions {

  private static final String COUNT = "select count(*) from account_versions where account = ?";

  private static final String PAGE =
      "select sequence, effective_from, document from account_versions where account = ?"
          + " order by sequence desc limit ? offset ?";

  private final DataSource dataSource;

  @Inject
  public AccountVersions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  History page(String number, int page, int size) {
    try (Connection connection = dataSource.getConnection()) {
      return new History(versions(connection, number, page, size), count(connection, number));
    } catch (SQLException e) {
      throw new DatabaseException("the versions of an account could not be read", e);
    }
  }

  private static List<Version> versions(Connection connection, String number, int page, int size)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setString(1, number);
      select.setInt(2, size);
      select.setLong(3, (long) page * size);
      List<Version> versions = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          versions.add(
              new Version(
                  result.getLong(1), Instants.get(result, 2), document(result.getString(3))));
        }
      }
      return versions;
    }
  }

  private static long count(Connection connection, String number) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COUNT)) {
      select.setString(1, number);
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  /** A version as it was said. */
  static AccountChanged document(String json) {
    try {
      return EventJson.mapper().readValue(json, AccountChanged.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a version of an account could not be read", e);
    }
  }
}
