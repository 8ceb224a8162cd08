package dev.hourglass.prioritizer.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.prioritizer.account.EmailAddress;
import dev.hourglass.sandbox.junit.SandboxResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A database of an earlier build, with what it kept. */
class MigrationTest {

  @Test
  @DisplayName(
      "members keep their role under the digest of their address, tickets get their account")
  void takesMembersAndTicketsAlong() throws SQLException {
    run("postgres", "drop database if exists earlier");
    run("postgres", "create database earlier");
    migrate("1");
    run(
        "earlier",
        "insert into accounts values ('A-1', 'Acme', 'PRO', 'ACCESS', null, null, null, null, 1,"
            + " now())");
    run("earlier", "insert into members values ('A-1', 'ädå@acme.example', 'OWNER', null)");
    run(
        "earlier",
        "insert into tickets (ticket_id, heard_at, latest) values (gen_random_uuid(), now(),"
            + " '{\"basis\": {\"account\": \"A-1\"}}'), (gen_random_uuid(), now(), null)");

    migrate("latest");

    assertThat(text("select email_digest from members where role = 'OWNER'"))
        .isEqualTo(EmailAddress.digest("ädå@acme.example"));
    assertThat(text("select string_agg(account, ',') from tickets")).isEqualTo("A-1");
  }

  private static void migrate(String target) {
    Flyway.configure()
        .dataSource(SandboxResource.sandbox().jdbcUrl("earlier"), "postgres", "postgres")
        .locations("db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private static Connection connection(String database) throws SQLException {
    return DriverManager.getConnection(
        SandboxResource.sandbox().jdbcUrl(database), "postgres", "postgres");
  }

  private static void run(String database, String command) throws SQLException {
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static String text(String query) throws SQLException {
    try (Connection connection = connection("earlier");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
