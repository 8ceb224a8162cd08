package dev.hourglass.sandbox.postgres;

import dev.hourglass.sandbox.SandboxException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One PostgreSQL server that can be stopped and started again, on the same port and data. */
public interface Postgres extends AutoCloseable {

  String SUPERUSER = "postgres";
  String DUPLICATE_DATABASE = "42P04";
  String DUPLICATE_OBJECT = "42710";

  int port();

  /** Returns when the server takes connections; does nothing if it runs already. */
  void start();

  /** Stops it; the data stay. */
  @Override
  void close();

  /** Stops it for good. */
  default void remove() {
    close();
  }

  default String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database;
  }

  default Connection asSuperuser() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, SUPERUSER);
  }

  /** Creates a database that belongs to a role of the same name, unless it is there. */
  default void createDatabase(String name) {
    try (Connection connection = asSuperuser();
        Statement statement = connection.createStatement()) {
      unless(
          DUPLICATE_OBJECT, statement, "create role %s login password '%s'".formatted(name, name));
      unless(DUPLICATE_DATABASE, statement, "create database %s owner %s".formatted(name, name));
      // Every service owns its database, and nobody reads another's.
      statement.execute("revoke connect on database %s from public".formatted(name));
    } catch (SQLException e) {
      throw new SandboxException("PostgreSQL refuses the database " + name, e);
    }
  }

  private static void unless(String alreadyThere, Statement statement, String sql)
      throws SQLException {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      if (!alreadyThere.equals(e.getSQLState())) {
        throw e;
      }
    }
  }
}
