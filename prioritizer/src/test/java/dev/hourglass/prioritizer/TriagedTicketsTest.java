package dev.hourglass.prioritizer;

import static dev.hourglass.prioritizer.TicketFixture.created;
import static dev.hourglass.prioritizer.TicketFixture.putAccount;
import static dev.hourglass.prioritizer.TicketFixture.reprioritized;
import static dev.hourglass.prioritizer.TicketFixture.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hourglass.contracts.Topics;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.timing.TicketPrioritized;
import dev.hourglass.sandbox.junit.SandboxResource;
import dev.hourglass.sandbox.junit.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SandboxResource.class,
    initArgs = @ResourceArg(name = "database", value = "prioritizer"))
class TriagedTicketsTest {

  private final UUID ticket = UuidCreator.getTimeOrderedEpoch();
  private final TopicLog log = TopicLog.shared();
  private final SaidPromises promises = new SaidPromises(log);

  @Inject DataSource dataSource;

  @BeforeEach
  void putAccounts() {
    putAccount("K-PREMIER", "BUSINESS", "PREMIER", "");
  }

  @Test
  @DisplayName("S33: free text is triaged, with its confidence")
  void triagesText() {
    log.say(
        Topics.TICKETS,
        created(
            ticket,
            textOf(
                "K-PREMIER",
                "Frage zur Aufzeichnung",
                "Wie kann ich Aufzeichnungen herunterladen?")));
    TicketPrioritized promise = promises.await(ticket, 1).get(0).data();
    assertThat(promise.priority()).isEqualTo(Priority.P4);
    assertThat(promise.confidence()).isBetween(0.6, 1.0);
    assertThat(promise.review()).isFalse();
    assertThat(SaidPromises.rules(promise)).contains("text-question", "text-language");
  }

  @Test
  @DisplayName("an agent's correction is kept with the text's decision; the last word counts")
  void keepsCorrections() throws SQLException {
    log.say(
        Topics.TICKETS,
        created(ticket, textOf("K-PREMIER", "Frage", "Wie kann ich das herunterladen?")));
    TicketPrioritized byText = promises.await(ticket, 1).get(0).data();
    log.say(Topics.TIMINGS, reprioritized(ticket, 3, Priority.P2));
    log.say(Topics.TIMINGS, reprioritized(ticket, 4, Priority.P3));
    promises.await(ticket, 3);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select text_priority, agent_priority, confidence, reasons from corrections"
                    + " where ticket_id = ?")) {
      select.setObject(1, ticket);
      try (ResultSet kept = select.executeQuery()) {
        assertThat(kept.next()).isTrue();
        assertThat(kept.getString(1)).isEqualTo("P4");
        assertThat(kept.getString(2)).isEqualTo("P3");
        assertThat(kept.getDouble(3)).isEqualTo(byText.confidence());
        assertThat(kept.getString(4)).contains("text-question");
      }
    }
  }
}
