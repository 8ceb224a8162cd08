package dev.hourglass.ticketintake.postgres;

import dev.hourglass.sandbox.junit.SandboxResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into the service's database past the service. */
public final class Database {

  private static final String NAME = "ticket_intake";

  private Database() {}

  /** How many rows of everything a client could have caused. */
  public static String everything() {
    return text(
        "select (select count(*) from tickets) || '/' || (select count(*) from replies) || '/'"
            + " || (select count(*) from reasons) || '/' || (select count(*) from"
            + " idempotency_keys)");
  }

  /** The first column of the first row. */
  public static String text(String query) {
    try (Connection connection =
            DriverManager.getConnection(SandboxResource.sandbox().jdbcUrl(NAME), NAME, NAME);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      return found.next() ? found.getString(1) : null;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
