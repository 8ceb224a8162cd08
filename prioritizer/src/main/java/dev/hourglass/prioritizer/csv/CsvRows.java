package dev.hourglass.prioritizer.csv;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of a CSV file one by one, each with its line, whatever the number of its cells. */
final class CsvRows implements AutoCloseable {

  /** A row and the line of the file on which it starts. */
  record Row(int line, List<String> cells) {}

  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  /**
   * The parser trims every control character at the edge of a cell as if it were a blank. One that
   * it leaves alone stands for them, so that the cell is refused.
   */
  private static final Pattern TRIMMED_CONTROL =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");

  private static final String CONTROL = "\u007F";

  private final CsvParser parser;

  CsvRows(String file) throws IOException {
    this.parser = FACTORY.createParser(TRIMMED_CONTROL.matcher(file).replaceAll(CONTROL));
    parser.nextToken();
  }

  /**
   * The next row; none at the end.
   *
   * @throws IOException if the rest is not CSV
   */
  Optional<Row> next() throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return Optional.empty();
    }
    List<String> cells = new ArrayList<>();
    int line = 0;
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      if (line == 0) {
        line = parser.currentTokenLocation().getLineNr();
      }
      cells.add(parser.getText().strip());
    }
    return Optional.of(new Row(line, cells));
  }

  int line() {
    return parser.currentLocation().getLineNr();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
