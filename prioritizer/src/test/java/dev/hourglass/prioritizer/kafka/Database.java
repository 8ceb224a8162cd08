package dev.hourglass.prioritizer.kafka;

import dev.hourglass.sandbox.junit.SandboxResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A test's own look into the database of prioritizer. */
final class Database {

  private Database() {}

  static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        SandboxResource.sandbox().jdbcUrl("prioritizer"), "prioritizer", "prioritizer");
  }

  static long number(String query) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the test's own query failed", e);
    }
  }

  static void run(String command) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException("the test's own command failed", e);
    }
  }
}
