package dev.hourglass.replay.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.replay.Editions;
import dev.hourglass.replay.comparison.Missed;
import dev.hourglass.replay.comparison.Report;
import dev.hourglass.replay.comparison.Window;
import dev.hourglass.replay.csv.IncidentFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentReplayTest {

  private static final Path LOG = Path.of("src", "test", "resources", "incidents.csv");
  private static final Instant END = Instant.parse("2016-02-08T10:00:00Z");
  private static final Customer PREMIER =
      new Customer(AccountType.BUSINESS, Plan.PREMIER, Role.ADMIN, null);

  @Test
  void waiting_for_the_user_pauses_and_waiting_for_a_vendor_does_not() throws Exception {
    assertThat(told("INC0000001"))
        .containsExactly(
            "TicketReceived 09:00",
            "TicketPrioritized 09:00",
            "TicketPaused 10:00",
            "TicketResumed 12:00",
            "TicketSolved 15:00",
            "TicketClosed 15:00");
    assertThat(replay(Window.of(null, null, Optional.of(END))).comparison().baseline())
        .extracting(Missed::reference)
        .containsExactly("INC0000004", "INC0000002");
    assertThat(replay(Window.of(null, null, Optional.of(END))).comparison().replayed())
        .extracting(Missed::reference)
        .containsExactly("INC0000002", "INC0000007");
  }

  @Test
  void an_incident_that_is_opened_again_was_not_closed() throws Exception {
    assertThat(told("INC0000005"))
        .containsExactly(
            "TicketReceived 09:00",
            "TicketPrioritized 09:00",
            "TicketSolved 09:30",
            "TicketReopened 10:00",
            "TicketSolved 10:30",
            "TicketReopened 09:00",
            "TicketPaused 09:00",
            "TicketSolved 10:00",
            "TicketClosed 10:00");
  }

  @Test
  void another_priority_is_another_promise() throws Exception {
    assertThat(told("INC0000004"))
        .containsExactly(
            "TicketReceived 09:00",
            "TicketPrioritized 09:00",
            "TicketReprioritized 11:00",
            "TicketPrioritized 11:00",
            "TicketSolved 13:00",
            "TicketClosed 13:00");
  }

  @Test
  void our_breaches_are_compared_with_the_verdicts_of_the_log() throws Exception {
    Report report = replay(Window.of(null, null, Optional.of(END)));

    assertThat(report.tickets()).isEqualTo(7);
    assertThat(report.verdicts())
        .contains(new Report.Verdicts(5, 3, 1, 1, Map.of(Metric.RESTORATION, 3)));
    assertThat(report.comparison().gained())
        .extracting(Missed::reference)
        .containsExactly("INC0000007");
    assertThat(report.comparison().lost())
        .extracting(Missed::reference)
        .containsExactly("INC0000004");
  }

  @Test
  void a_verdict_that_comes_later_is_not_known_yet() throws Exception {
    Instant later = Instant.parse("2016-02-05T00:00:00Z");

    Report report = replay(Window.of(null, later, Optional.of(END)));

    assertThat(report.tickets()).isEqualTo(6);
    // Only INC0000007 was closed on the first day.
    assertThat(report.verdicts().orElseThrow().compared()).isEqualTo(1);
  }

  @Test
  void a_reply_that_the_log_cannot_show_is_not_held_against_it() throws Exception {
    Report report = replay(Window.of(null, null, Optional.of(END)));

    assertThat(report.verdicts().orElseThrow().breaches()).containsOnlyKeys(Metric.RESTORATION);
  }

  private static Report replay(Window window) throws Exception {
    IncidentReplay replay = new IncidentReplay(Editions.asMade(), PREMIER, window);
    incidents().forEach(replay::incident);
    return replay.report(0);
  }

  private static List<String> told(String number) throws Exception {
    Incident incident =
        incidents().stream().filter(each -> each.number().equals(number)).findFirst().orElseThrow();
    return IncidentFacts.of(incident, Editions.asMade(), PREMIER).stream()
        .map(
            heard ->
                heard.fact().getClass().getSimpleName()
                    + " "
                    + heard.heardAt().atOffset(ZoneOffset.UTC).toLocalTime())
        .toList();
  }

  private static Collection<Incident> incidents() throws Exception {
    return Incident.of(IncidentFile.read(LOG, ZoneOffset.UTC).rows());
  }
}
