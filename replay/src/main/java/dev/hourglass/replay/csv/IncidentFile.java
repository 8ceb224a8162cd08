package dev.hourglass.replay.csv;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.hourglass.replay.comparison.LeftOut;
import dev.hourglass.replay.incident.IncidentRow;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A foreign log of incidents: CSV with a header, one line per update, packed by gzip or not. Read
 * line by line, so that an open quote spoils its own line and not the rest of the file.
 */
public final class IncidentFile {

  private static final CsvFactory FACTORY =
      CsvFactory.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private final List<IncidentRow> rows = new ArrayList<>();
  private final LeftOut unreadable = new LeftOut();
  private int line;

  private IncidentFile() {}

  /**
   * Reads a file whole. What cannot be read is counted and left out.
   *
   * @param zone of the dates in it
   * @throws IOException if there is no such file
   * @throws IllegalArgumentException if it has no header, or one that lacks columns
   */
  public static IncidentFile read(Path path, ZoneId zone) throws IOException {
    IncidentFile file = new IncidentFile();
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(path));
        PackedStream unpacked = PackedStream.of(plain);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
      file.read(reader, zone);
      if (unpacked.brokenOff()) {
        file.unreadable.add("after line " + file.line + ": the packed file breaks off");
      }
    }
    return file;
  }

  /** In the order of the file. */
  public List<IncidentRow> rows() {
    return rows;
  }

  public LeftOut unreadable() {
    return unreadable;
  }

  private void read(BufferedReader reader, ZoneId zone) throws IOException {
    String header = reader.readLine();
    line = 1;
    IncidentColumns columns = IncidentColumns.of(header == null ? List.of() : cells(header), zone);
    for (String next = reader.readLine(); next != null; next = reader.readLine()) {
      line++;
      if (!next.isBlank()) {
        read(next, columns);
      }
    }
  }

  private void read(String next, IncidentColumns columns) {
    try {
      rows.add(columns.row(cells(next)));
    } catch (IllegalArgumentException e) {
      unreadable.add("line " + line + ": " + e.getMessage());
    } catch (IOException e) {
      unreadable.add("line " + line + ": is not CSV; is a quote left open?");
    }
  }

  private static List<String> cells(String line) throws IOException {
    List<String> cells = new ArrayList<>();
    try (CsvParser parser = FACTORY.createParser(line)) {
      parser.nextToken();
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
          cells.add(parser.getText().strip());
        }
      }
    }
    return cells;
  }
}
