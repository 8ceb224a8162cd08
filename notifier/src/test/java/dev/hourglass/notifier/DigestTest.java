package dev.hourglass.notifier;

import static dev.hourglass.notifier.AlertFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.notifier.alert.AlertDigest;
import dev.hourglass.notifier.alert.AlertMails;
import dev.hourglass.notifier.delivery.Delivery;
import dev.hourglass.notifier.delivery.DeliveryKind;
import dev.hourglass.sandbox.junit.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "notifier"))
class DigestTest {

  private static final Duration SOON = Duration.ofMinutes(3);

  /** All of the week but a minute, on the other side of the day. */
  private static final String ALWAYS_QUIET =
      """
      , "quietHours": {"exceptP1": false, "intervals": [{"from": "%s", "to": "%s", "days":
       ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]}]}
      """;

  private final Instant now = Instant.now();
  private final AlertFixtures alerts = new AlertFixtures(now);

  @Inject AlertMails mails;
  @Inject DataSource dataSource;

  @ParameterizedTest
  @CsvSource({"200, 200, 0", "201, 200, 1"})
  @DisplayName("a digest has 200 lines, and says how many more there are")
  void itsLimit(int many, int lines, int rest) throws SQLException {
    alerts.mail(ALWAYS_QUIET.formatted(clock(61), clock(60)), "");
    UUID ticketId = ticket();
    List<byte[]> documents =
        LongStream.rangeClosed(1, many)
            .mapToObj(i -> EventJson.write(alerts.breach(ticketId, now, false, i)))
            .toList();
    Broker.sendAll("sla-breaches", ticketId.toString(), documents);
    await().atMost(SOON).until(() -> count("ALERT_MAIL") == many);
    assertThat(count("ALERT_DIGEST")).isEqualTo(1);
    AlertDigest digest = mails.digest(digest()).orElseThrow();
    assertThat(digest.lines()).hasSize(lines);
    assertThat(digest.rest()).isEqualTo(rest);
  }

  private String clock(int minutesLater) {
    Instant later = now.plus(Duration.ofHours(12)).plus(Duration.ofMinutes(minutesLater));
    return later.toString().substring(11, 16);
  }

  private long count(String kind) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from deliveries where recipient = ? and kind = ?")) {
      statement.setString(1, alerts.mailbox);
      statement.setString(2, kind);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  private Delivery digest() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select id from deliveries where recipient = ? and kind = 'ALERT_DIGEST'")) {
      statement.setString(1, alerts.mailbox);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        UUID id = result.getObject(1, UUID.class);
        return new Delivery(
            id, "digest", null, DeliveryKind.ALERT_DIGEST, 1, alerts.mailbox, 0, now);
      }
    }
  }
}
