package dev.hourglass.benchmarks.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for people: settings, then each table with its columns in line. */
public final class ReportText {

  private static final double WITHOUT_DECIMALS = 1_000;
  private static final double ONE_DECIMAL = 10;

  private ReportText() {}

  /** The whole report, with a line break at its end. */
  public static String of(Report report) {
    StringBuilder text = new StringBuilder("Benchmark " + report.benchmark() + "\n");
    report
        .settings()
        .forEach((name, value) -> text.append("  %-13s %s%n".formatted(name, cell(value))));
    for (Table table : report.tables()) {
      text.append('\n').append(table.title()).append('\n');
      append(text, table);
    }
    report.problems().forEach(problem -> text.append("\nPROBLEM: ").append(problem).append('\n'));
    return text.toString();
  }

  private static void append(StringBuilder text, Table table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns());
    table.rows().forEach(row -> lines.add(row.stream().map(ReportText::cell).toList()));
    int[] widths = new int[table.columns().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (List<String> line : lines) {
      StringBuilder out = new StringBuilder("  ");
      for (int i = 0; i < widths.length; i++) {
        String format = i == 0 ? "%-" + widths[i] + "s" : "  %" + widths[i] + "s";
        out.append(format.formatted(line.get(i)));
      }
      text.append(out.toString().stripTrailing()).append('\n');
    }
  }

  private static String cell(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
    }
    if (value instanceof Number number) {
      double amount = number.doubleValue();
      return Double.isNaN(amount) ? "-" : String.format(Locale.ROOT, format(amount), amount);
    }
    return String.valueOf(value);
  }

  private static String format(double amount) {
    double size = Math.abs(amount);
    return size >= WITHOUT_DECIMALS ? "%,.0f" : size >= ONE_DECIMAL ? "%.1f" : "%.3f";
  }
}
