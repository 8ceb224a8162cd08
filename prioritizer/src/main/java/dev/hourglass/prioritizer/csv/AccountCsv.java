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
    Map<Stored, Integer> counts = new EnumMap<>(Stored.class);
    List<RefusedLine> refused = new ArrayList<>();
    int lines = 0;
    try (CsvRows rows = new CsvRows(file)) {
      List<String> header = CsvHeader.of(rows.next().map(Row::cells).orElse(List.of()));
      Optional<Row> row = next(rows, refused);
      while (row.isPresent()) {
        lines++;
        store(header, row.get(), now, counts, refused);
        row = next(rows, refused);
      }
    } catch (IOException e) {
      throw new UnreadableCsvException(List.of(Problem.of("", "the file is not CSV")));
    }
    return new ImportReport(
        lines,
        counts.getOrDefault(Stored.CREATED, 0),
        counts.getOrDefault(Stored.CHANGED, 0),
        counts.getOrDefault(Stored.SAME, 0),
        refused);
  }

  private static Optional<Row> next(CsvRows rows, List<RefusedLine> refused) {
    int line = rows.line();
    try {
      return rows.next();
    } catch (IOException e) {
      refused.add(
          RefusedLine.of(line, null, List.of(Problem.of("", "from here on the file is not CSV"))));
      return Optional.empty();
    }
  }

  private void store(
      List<String> header,
      Row row,
      Instant now,
      Map<Stored, Integer> counts,
      List<RefusedLine> refused) {
    String number = cell(header, row, "number");
    if (row.cells().size() != header.size()) {
      refused.add(
          RefusedLine.of(
              row.line(),
              number,
              List.of(
                  Problem.of(
                      "",
                      "has %d cells, the header has %d"
                          .formatted(row.cells().size(), header.size())))));
      return;
    }
    try {
      Account account = AccountCheck.account(draft(header, row), editionKnown);
      if (!header.contains(MEMBERS)) {
        account = withKnownMembers(account);
      }
      counts.merge(accounts.put(account, now), 1, Integer::sum);
    } catch (InvalidAccountException e) {
      refused.add(RefusedLine.of(row.line(), number, e.problems()));
    }
  }

  private Account withKnownMembers(Account account) {
    return accounts
        .find(account.number())
        .map(known -> account.withMembers(known.members()))
        .orElse(account);
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
