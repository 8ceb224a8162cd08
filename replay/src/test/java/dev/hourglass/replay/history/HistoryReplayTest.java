package dev.hourglass.replay.history;

import static dev.hourglass.replay.ToldTicket.anyTicket;
import static dev.hourglass.replay.ToldTicket.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.calendar.Calendars;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.replay.Editions;
import dev.hourglass.replay.ToldTicket;
import dev.hourglass.replay.comparison.EditionName;
import dev.hourglass.replay.comparison.Missed;
import dev.hourglass.replay.comparison.Report;
import dev.hourglass.replay.comparison.Window;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryReplayTest {

  private static final Window WHOLE_DAY = Window.of(null, null, Optional.of(at("23:59")));

  @ParameterizedTest
  @CsvSource({"09:30:00, 0", "09:30:00.001, 1", "10:00:00, 1", "10:00:00.001, 0"})
  void a_tighter_edition_gains_the_replies_that_came_after_its_deadline_and_before_ours(
      String repliedAt, int gained) {
    ToldTicket ticket = anyTicket().received("09:00").replied(repliedAt).solved("12:00");

    Report report = replay(Editions.tighter(), WHOLE_DAY, ticket);

    assertThat(report.comparison().gained()).hasSize(gained);
    assertThat(report.comparison().gained())
        .allSatisfy(
            missed -> {
              assertThat(missed.metric()).isEqualTo(Metric.FIRST_REPLY);
              assertThat(missed.deadline()).isEqualTo(at("09:30"));
              assertThat(missed.account()).isEqualTo("4711");
            });
    assertThat(report.comparison().lost()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10:00:00, 0", "10:00:00.001, 1", "11:00:00, 1", "11:00:00.001, 0"})
  void a_looser_edition_loses_the_replies_that_came_after_our_deadline_and_before_its(
      String repliedAt, int lost) {
    ToldTicket ticket = anyTicket().received("09:00").replied(repliedAt).solved("12:00");

    Report report = replay(Editions.looser(), WHOLE_DAY, ticket);

    assertThat(report.comparison().lost()).hasSize(lost);
    assertThat(report.comparison().lost())
        .extracting(Missed::deadline)
        .allMatch(at("10:00")::equals);
    assertThat(report.comparison().gained()).isEmpty();
  }

  @Test
  void the_edition_of_the_promises_changes_nothing() {
    Report report =
        replay(Editions.asMade(), WHOLE_DAY, anyTicket().received("09:00").replied("10:30"));

    assertThat(report.comparison().baseline()).hasSize(2).isEqualTo(report.comparison().replayed());
    assertThat(report.comparison().all().differences()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"09:30:00, 0", "09:30:00.001, 1"})
  void an_open_clock_is_breached_as_of_the_end_of_the_log(String end, int gained) {
    Window window = Window.of(null, null, Optional.of(at(end)));

    Report report = replay(Editions.tighter(), window, anyTicket().received("09:00"));

    assertThat(report.comparison().gained()).hasSize(gained);
  }

  @Test
  void nothing_is_missed_after_the_end_of_the_log_whatever_is_asked_for() {
    Window window = Window.of(null, at("23:00"), Optional.of(at("09:10")));

    Report report = replay(Editions.tighter(), window, anyTicket().received("09:00"));

    assertThat(report.window().asOf()).isEqualTo(at("09:10"));
    assertThat(report.comparison().gained()).isEmpty();
  }

  @Test
  void what_happened_after_the_last_instant_asked_for_has_not_happened() {
    ToldTicket ticket = anyTicket().received("09:00").replied("09:40");

    Report asOfThen =
        replay(Editions.tighter(), Window.of(null, at("09:30"), Optional.of(at("12:00"))), ticket);

    assertThat(asOfThen.facts()).isEqualTo(3);
    assertThat(asOfThen.comparison().gained()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"08:59:59.999, 0", "09:00:00, 1", "09:59:59.999, 1", "10:00:00, 0"})
  void tickets_are_chosen_by_when_they_were_received(String receivedAt, int tickets) {
    Window window = Window.of(at("09:00"), at("10:00"), Optional.of(at("12:00")));

    Report report = replay(Editions.tighter(), window, anyTicket().received(receivedAt));

    assertThat(report.tickets()).isEqualTo(tickets);
    assertThat(report.leftOut().all()).isZero();
  }

  @Test
  void an_edition_that_bears_the_name_of_another_does_not_take_its_place() {
    EditionPromises namesake = Editions.promises(Editions.document("2021", "30m"));

    Report report = replay(namesake, WHOLE_DAY, anyTicket().received("09:00").replied("09:40"));

    assertThat(report.comparison().gained())
        .extracting(Missed::metric)
        .contains(Metric.FIRST_REPLY);
    assertThat(report.comparison().baseline())
        .extracting(Missed::metric)
        .doesNotContain(Metric.FIRST_REPLY);
  }

  @Test
  void a_ticket_whose_calendars_nobody_knows_is_counted_and_left_out() {
    Calendars none = (edition, calendar) -> Optional.empty();
    HistoryReplay replay = new HistoryReplay(new AsMade(none), Editions.tighter(), WHOLE_DAY);

    replay.ticket(anyTicket().received("09:00").heard());

    assertThat(replay.report(0).leftOut()).isEqualTo(new Report.Counts(0, 0, 1));
    assertThat(replay.uncountable().first().get(0)).contains("'24x7'", "'2021'");
  }

  @Test
  void an_edition_to_compare_with_takes_the_place_of_what_was_promised() {
    HistoryReplay replay = new HistoryReplay(Editions.looser(), Editions.tighter(), WHOLE_DAY);

    replay.ticket(anyTicket().received("09:00").replied("10:30").solved("12:00").heard());
    Report report = replay.report(0);

    assertThat(report.against())
        .contains(new EditionName("looser", Editions.looser().name().title()));
    assertThat(report.comparison().baseline()).isEmpty();
    assertThat(report.comparison().gained())
        .extracting(Missed::deadline)
        .containsExactly(at("09:30"));
  }

  @Test
  void calendars_that_nobody_published_do_not_matter_between_two_editions() {
    HistoryReplay replay = new HistoryReplay(Editions.looser(), Editions.tighter(), WHOLE_DAY);

    replay.ticket(
        anyTicket().receivedOnly("09:00").promised("09:00", "forgotten").replied("10:30").heard());

    assertThat(replay.report(0).leftOut().all()).isZero();
    assertThat(replay.report(0).comparison().gained())
        .extracting(Missed::metric)
        .contains(Metric.FIRST_REPLY);
  }

  @Test
  void a_ticket_that_was_never_received_is_counted_and_left_out() {
    Report report = replay(Editions.tighter(), WHOLE_DAY, anyTicket().promised("09:00", "2021"));

    assertThat(report.leftOut()).isEqualTo(new Report.Counts(0, 1, 0));
    assertThat(report.tickets()).isZero();
  }

  @Test
  void an_empty_log_gives_an_empty_report() {
    Report report = replay(Editions.tighter(), Window.of(null, null, Optional.empty()));

    assertThat(report.window().asOf()).isEqualTo(Instant.EPOCH);
    assertThat(report.comparison().all().replayed()).isZero();
  }

  private static Report replay(EditionPromises edition, Window window, ToldTicket... tickets) {
    HistoryReplay replay = new HistoryReplay(new AsMade(Editions.asMade()), edition, window);
    for (ToldTicket ticket : tickets) {
      replay.ticket(ticket.heard());
    }
    return replay.report(0);
  }
}
