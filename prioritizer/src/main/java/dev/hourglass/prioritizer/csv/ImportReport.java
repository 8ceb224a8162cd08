package dev.hourglass.prioritizer.csv;

import static dev.hourglass.contracts.Rules.listOf;

import dev.hourglass.prioritizer.account.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param lines lines with an account; the header and empty lines are not counted
 * @param refused the lines that were not stored, and why
 */
public record ImportReport(
    int lines, int created, int changed, int unchanged, List<RefusedLine> refused) {

  public ImportReport {
    refused = listOf(refused);
  }

  /**
   * A line that was not stored.
   *
   * @param line its number in the file, the header being 1
   * @param number the account number, if the line had one
   * @param errors the pointer names the column
   */
  public record RefusedLine(int line, @Nullable String number, List<Problem> errors) {

    public RefusedLine {
      errors = listOf(errors);
    }

    static RefusedLine of(int line, @Nullable String number, List<Problem> errors) {
      return new RefusedLine(line, number, errors);
    }
  }
}
