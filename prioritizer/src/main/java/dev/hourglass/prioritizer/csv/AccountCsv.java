package dev.hourglass.prioritizer.csv;

import dev.hourglass.prioritizer.account.Account;
import dev.hourglass.prioritizer.account.AccountCheck;
import dev.hourglass.prioritizer.account.AccountDraft;
import dev.hourglass.prioritizer.account.AccountDraft.MemberDraft;
import dev.hourglass.prioritizer.account.Accounts;
import dev.hourglass.prioritizer.account.Accounts.Stored;
import dev.hourglass.prioritizer.account.InvalidAccountException;
import dev.hourglass.prioritizer.account.Problem;
import dev.hourglass.prioritizer.csv.CsvRows.Row;
import dev.hourglass.prioritizer.csv.ImportReport.RefusedLine;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Accounts from a CSV file, one a line, each line in a transaction of its own. The column {@code
 * members} holds {@code email=ROLE} or {@code email=ROLE=language}, with semicolons between; a file
 * without that column leaves the members as they are.
 */
public final class AccountCsv {

  private static final String MEMBERS = CsvHeader.MEMBERS;

  private final Accounts accounts;
  private final Predicate<String> editionKnown;

  public AccountCsv(Accounts accounts, Predicate<String> editionKnown) {
    this.accounts = accounts;
    this.editionKnown = editionKnown;
  }

  /**
   * Stores what can be stored.
   *
   * @throws UnreadableCsvException if the columns are not those of accounts
   */
  public ImportReport read(String file, Instant now) {
    try (CsvRows rows = new CsvRows(file)) {
      Lines lines = new Lines(CsvHeader.of(rows.next().map(Row::cells).orElse(List.of())), now);
      lines.read(rows);
      return lines.report();
    } catch (IOException e) {
      throw new UnreadableCsvException(List.of(Problem.of("", "the file is not CSV")));
    }
  }

  /** The lines of one file, as far as they have been read. */
  private final class Lines {

    private final List<String> header;
    private final Instant now;
    private final Map<Stored, Integer> counts = new EnumMap<>(Stored.class);
    private final Map<String, Integer> stored = new HashMap<>();
    private final List<RefusedLine> refused = new ArrayList<>();
    private int count;

    Lines(List<String> header, Instant now) {
      this.header = header;
      this.now = now;
    }

    void read(CsvRows rows) {
      Optional<Row> row = next(rows);
      while (row.isPresent()) {
        count++;
        store(row.get());
        row = next(rows);
      }
    }

    private Optional<Row> next(CsvRows rows) {
      int line = rows.line();
      try {
        return rows.next();
      } catch (IOException e) {
        refused.add(
            RefusedLine.of(
                line, null, List.of(Problem.of("", "from here on the file is not CSV"))));
        return Optional.empty();
      }
    }

    private void store(Row row) {
      String number = cell(header, row, "number");
      if (row.cells().size() != header.size()) {
        String message = "has %d cells, the header has %d";
        refuse(row, Problem.of("", message.formatted(row.cells().size(), header.size())));
      } else if (stored.containsKey(number)) {
        // The later line would undo the earlier one, and nobody would know which was meant.
        refuse(row, Problem.of("/number", "stands on line " + stored.get(number) + ", too"));
      } else {
        storeChecked(row, number);
      }
    }

    private void storeChecked(Row row, @Nullable String number) {
      try {
        Account account = AccountCheck.account(draft(header, row), editionKnown);
        Stored done =
            header.contains(MEMBERS)
                ? accounts.put(account, now)
                : accounts.putWithoutMembers(account, now);
        counts.merge(done, 1, Integer::sum);
        stored.put(account.number(), row.line());
      } catch (InvalidAccountException e) {
        refused.add(RefusedLine.of(row.line(), number, e.problems()));
      }
    }

    private void refuse(Row row, Problem problem) {
      refused.add(RefusedLine.of(row.line(), cell(header, row, "number"), List.of(problem)));
    }

    ImportReport report() {
      return new ImportReport(
          count,
          counts.getOrDefault(Stored.CREATED, 0),
          counts.getOrDefault(Stored.CHANGED, 0),
          counts.getOrDefault(Stored.SAME, 0),
          refused);
    }
  }

  private static AccountDraft draft(List<String> header, Row row) {
    return new AccountDraft(
        cell(header, row, "number"),
        cell(header, row, "name"),
        cell(header, row, "type"),
        cell(header, row, "plan"),
        cell(header, row, "country"),
        cell(header, row, "timeZone"),
        cell(header, row, "language"),
        cell(header, row, "edition"),
        members(cell(header, row, MEMBERS)));
  }

  private static List<MemberDraft> members(@Nullable String cell) {
    return cell == null
        ? List.of()
        : Arrays.stream(cell.split(";")).map(String::strip).map(AccountCsv::member).toList();
  }

  private static MemberDraft member(String text) {
    String[] parts = text.split("=", 3);
    return new MemberDraft(
        parts[0], parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null);
  }

  private static @Nullable String cell(List<String> header, Row row, String column) {
    int index = header.indexOf(column);
    return index < 0 || index >= row.cells().size() || row.cells().get(index).isEmpty()
        ? null
        : row.cells().get(index);
  }
}
