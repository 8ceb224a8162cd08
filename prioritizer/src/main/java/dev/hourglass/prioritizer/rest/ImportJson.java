package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hourglass.prioritizer.csv.ImportReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an import did, as REST says it. */
public record ImportJson(
    int lines, int created, int changed, int unchanged, List<RefusedLineJson> refused) {

  /** A line that was not stored. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RefusedLineJson(
      int line, @Nullable String number, List<Map<String, Object>> errors) {}

  static ImportJson of(ImportReport report) {
    return new ImportJson(
        report.lines(),
        report.created(),
        report.changed(),
        report.unchanged(),
        report.refused().stream()
            .map(
                refused ->
                    new RefusedLineJson(
                        refused.line(),
                        refused.number(),
                        refused.errors().stream().map(Problems::json).toList()))
            .toList());
  }
}
