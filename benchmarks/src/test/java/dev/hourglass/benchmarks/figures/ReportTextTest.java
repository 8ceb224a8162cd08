package dev.hourglass.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourglass.benchmarks.json.ReportJson;
import org.junit.jupiter.api.Test;

class ReportTextTest {

  private static final Report REPORT =
      new Report("lateness")
          .setting("machine", "2 cores")
          .table(
              new Table("Ratios", "open clocks", "p99", "cost")
                  .row(1_000_000L, 1.5, Double.NaN)
                  .row(10L, 12_345.6, "-"))
          .problem("one is missing");

  @Test
  void columns_stand_in_line_and_what_is_unknown_is_a_dash() {
    assertThat(ReportText.of(REPORT))
        .isEqualTo(
            """
            Benchmark lateness
              machine       2 cores

            Ratios
              open clocks     p99  cost
              1,000,000     1.500     -
              10           12,346     -

            PROBLEM: one is missing
            """);
  }

  @Test
  void the_same_for_programs() {
    assertThat(ReportJson.of(REPORT))
        .contains("\"benchmark\" : \"lateness\"", "\"machine\" : \"2 cores\"")
        .contains("\"open clocks\" : 1000000", "\"p99\" : 1.5", "\"cost\" : null")
        .contains("\"problems\" : [ \"one is missing\" ]");
  }

  @Test
  void a_row_has_a_cell_for_each_column() {
    Table table = new Table("Ratios", "one", "two");

    assertThatThrownBy(() -> table.row(1)).hasMessageContaining("2 cells");
  }
}
