package dev.hourglass.replay.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.replay.json.ReportJson;
import dev.hourglass.replay.table.ReportTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final String MORNING = "2026-11-02T09:59:59.999Z";
  private static final String TEN = "2026-11-02T10:00:00Z";

  @Test
  void a_clock_that_is_missed_at_another_instant_is_missed_all_the_same() {
    Comparison comparison =
        Comparison.of(List.of(missed(1, "4711", MORNING)), List.of(missed(1, "4711", TEN)));

    assertThat(comparison.all()).isEqualTo(new Tally(null, 1, 1, 0, 0));
  }

  @Test
  void another_cycle_is_another_clock() {
    Missed first = missed(1, "4711", TEN);
    Missed second =
        new Missed(
            first.ticketId(),
            "HG-1",
            first.metric(),
            2,
            Priority.P1,
            Plan.PREMIER,
            "4711",
            at(TEN));

    Comparison comparison = Comparison.of(List.of(first), List.of(second));

    assertThat(comparison.gained()).containsExactly(second);
    assertThat(comparison.lost()).containsExactly(first);
  }

  @Test
  void the_first_instant_of_an_hour_belongs_to_it() {
    Comparison comparison =
        Comparison.of(List.of(), List.of(missed(1, "4711", MORNING), missed(2, "4711", TEN)));

    assertThat(comparison.by(Dimension.HOUR))
        .extracting(Tally::value)
        .containsExactly("2026-11-02T09:00:00Z", "2026-11-02T10:00:00Z");
  }

  @Test
  void tickets_without_an_account_are_counted_too() {
    Comparison comparison =
        Comparison.of(List.of(missed(1, null, TEN)), List.of(missed(2, "4711", TEN)));

    assertThat(comparison.by(Dimension.ACCOUNT))
        .containsExactly(new Tally(null, 1, 0, 0, 1), new Tally("4711", 0, 1, 1, 0));
    assertThat(ReportTable.of(report(comparison))).containsPattern("\\(none\\) +1 +0 +0 +1\n");
    assertThat(ReportJson.of(report(comparison))).contains("\"account\" : null");
  }

  @Test
  void a_table_shows_the_accounts_that_differ_most_and_json_all() {
    List<Missed> kept = List.of(missed(900, "same", TEN));
    List<Missed> many =
        IntStream.rangeClosed(1, 30).mapToObj(i -> missed(i, "ACC-" + i, TEN)).toList();
    Missed twice = missed(31, "ACC-30", TEN);
    Comparison comparison =
        Comparison.of(kept, Stream.of(kept, many, List.of(twice)).flatMap(List::stream).toList());

    String table = ReportTable.of(report(comparison));

    assertThat(table.lines().filter(line -> line.startsWith("  ACC-"))).hasSize(24);
    assertThat(table).containsPattern("ACC-30 +0 +2 +2 +0\n").contains("7 more: --json tells all");
    assertThat(comparison.by(Dimension.ACCOUNT)).hasSize(31);
  }

  private static Report report(Comparison comparison) {
    return new Report(
        new EditionName("any", "Any edition"),
        Optional.empty(),
        Window.of(null, null, Optional.of(at(TEN))),
        2,
        20,
        new Report.Counts(0, 0, 0),
        comparison,
        Optional.empty());
  }

  private static Missed missed(int ticket, @Nullable String account, String deadline) {
    return new Missed(
        new UUID(7, ticket),
        "HG-" + ticket,
        Metric.FIRST_REPLY,
        1,
        Priority.P1,
        Plan.PREMIER,
        account,
        at(deadline));
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
