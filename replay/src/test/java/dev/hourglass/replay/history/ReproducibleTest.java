package dev.hourglass.replay.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.replay.Editions;
import dev.hourglass.replay.comparison.Dimension;
import dev.hourglass.replay.comparison.Report;
import dev.hourglass.replay.comparison.Tally;
import dev.hourglass.replay.comparison.Window;
import dev.hourglass.replay.json.ReportJson;
import dev.hourglass.replay.table.ReportTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReproducibleTest {

  private static final int TICKETS = 300;
  private static final int SHUFFLES = 20;
  private static final Window WINDOW =
      Window.of(
          GeneratedLog.BEGINNING.plus(Duration.ofHours(1)),
          GeneratedLog.BEGINNING.plus(Duration.ofHours(12)),
          Optional.of(GeneratedLog.BEGINNING.plus(Duration.ofDays(9))));

  private final Locale usual = Locale.getDefault();
  private final List<List<HeardFact>> log =
      new GeneratedLog(Editions.asMade(), 20261102).tickets(TICKETS);

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(usual);
  }

  @Test
  void the_same_facts_in_any_order_give_the_same_bytes() {
    Report report = replay(log);
    String json = ReportJson.of(report);
    String table = ReportTable.of(report);
    assertThat(report.comparison().gained()).isNotEmpty();
    assertThat(report.tickets()).isBetween(1, TICKETS - 1);

    Random random = new Random(7);
    for (int i = 0; i < SHUFFLES; i++) {
      List<List<HeardFact>> shuffled = new ArrayList<>();
      log.forEach(facts -> shuffled.add(shuffled(facts, random)));
      Collections.shuffle(shuffled, random);

      assertThat(ReportJson.of(replay(shuffled))).isEqualTo(json);
      assertThat(ReportTable.of(replay(shuffled))).isEqualTo(table);
    }
  }

  @Test
  void the_language_of_the_machine_does_not_show() {
    Locale.setDefault(Locale.ROOT);
    String json = ReportJson.of(replay(log));
    String table = ReportTable.of(replay(log));

    Locale.setDefault(new Locale.Builder().setLanguage("tr").setRegion("TR").build());

    assertThat(ReportJson.of(replay(log))).isEqualTo(json);
    assertThat(ReportTable.of(replay(log))).isEqualTo(table);
  }

  @Test
  void two_editions_in_any_order_of_the_facts_give_the_same_bytes() {
    Report report = against(Editions.looser(), Editions.tighter(), log);
    assertThat(report.comparison().gained()).isNotEmpty();
    List<List<HeardFact>> shuffled = new ArrayList<>();
    Random random = new Random(11);
    log.forEach(facts -> shuffled.add(shuffled(facts, random)));
    Collections.shuffle(shuffled, random);

    Report again = against(Editions.looser(), Editions.tighter(), shuffled);

    assertThat(ReportJson.of(again)).isEqualTo(ReportJson.of(report));
    assertThat(ReportTable.of(again)).isEqualTo(ReportTable.of(report));
  }

  @Test
  void what_one_edition_gains_against_another_the_other_loses_against_it() {
    Report there = against(Editions.looser(), Editions.tighter(), log);
    Report back = against(Editions.tighter(), Editions.looser(), log);

    assertThat(back.comparison().lost()).isEqualTo(there.comparison().gained());
    assertThat(back.comparison().gained()).isEqualTo(there.comparison().lost());
  }

  @Test
  void an_edition_against_that_of_all_promises_is_a_replay_of_what_was_promised() {
    assertThat(against(Editions.asMade(), Editions.tighter(), log).comparison())
        .isEqualTo(replay(log).comparison());
  }

  @Test
  void every_dimension_adds_up_to_all() {
    Report report = replay(log);
    Tally all = report.comparison().all();

    assertThat(all.baseline() + all.gained() - all.lost()).isEqualTo(all.replayed());
    for (Dimension dimension : Dimension.values()) {
      List<Tally> rows = report.comparison().by(dimension);
      assertThat(rows.stream().mapToInt(Tally::baseline).sum()).isEqualTo(all.baseline());
      assertThat(rows.stream().mapToInt(Tally::replayed).sum()).isEqualTo(all.replayed());
      assertThat(rows.stream().mapToInt(Tally::gained).sum()).isEqualTo(all.gained());
      assertThat(rows.stream().mapToInt(Tally::lost).sum()).isEqualTo(all.lost());
    }
  }

  private static Report replay(List<List<HeardFact>> log) {
    HistoryReplay replay =
        new HistoryReplay(new AsMade(Editions.asMade()), Editions.tighter(), WINDOW);
    log.forEach(replay::ticket);
    return replay.report(0);
  }

  private static Report against(
      EditionPromises baseline, EditionPromises edition, List<List<HeardFact>> log) {
    HistoryReplay replay = new HistoryReplay(baseline, edition, WINDOW);
    log.forEach(replay::ticket);
    return replay.report(0);
  }

  /** With some facts heard twice. */
  private static List<HeardFact> shuffled(List<HeardFact> facts, Random random) {
    List<HeardFact> shuffled = new ArrayList<>(facts);
    shuffled.add(facts.get(random.nextInt(facts.size())));
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
