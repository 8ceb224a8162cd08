package dev.hourglass.notifier.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The key that signs survey links where none is configured: made once, kept in the database. */
@ApplicationScoped
public class SurveyKeys {

  private static final int BYTES = 32;
  private static final String NAME = "survey";
  private static final String MAKE =
      "insert into signing_keys (name, secret, created_at) values (?, ?, ?) on conflict do nothing";
  private static final String READ = "select secret from signing_keys where name = ?";

  private final DataSource dataSource;
  private final Clock clock;

  SurveyKeys(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** The key; the same for all instances and after every restart. */
  public byte[] madeOnce() {
    try (Connection connection = dataSource.getConnection()) {
      make(connection);
      try (PreparedStatement read = connection.prepareStatement(READ)) {
        read.setString(1, NAME);
        try (ResultSet result = read.executeQuery()) {
          result.next();
          return result.getBytes(1);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the key of survey links could not be read", e);
    }
  }

  private void make(Connection connection) throws SQLException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    try (PreparedStatement make = connection.prepareStatement(MAKE)) {
      make.setString(1, NAME);
      make.setBytes(2, secret);
      make.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      make.executeUpdate();
    }
  }
}
