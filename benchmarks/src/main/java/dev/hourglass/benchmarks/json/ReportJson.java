package dev.hourglass.benchmarks.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report for programs: each row an object with the names of the columns. */
public final class ReportJson {

  private static final int DECIMALS = 3;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

  private ReportJson() {}

  /** The whole report, with a line break at its end. */
  public static String of(Report report) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("benchmark", report.benchmark());
    ObjectNode settings = document.putObject("settings");
    report.settings().forEach((name, value) -> put(settings, name, value));
    ArrayNode tables = document.putArray("tables");
    report.tables().forEach(table -> append(tables.addObject(), table));
    ArrayNode problems = document.putArray("problems");
    report.problems().forEach(problems::add);
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report could not be written as JSON", e);
    }
  }

  private static void append(ObjectNode node, Table table) {
    node.put("title", table.title());
    ArrayNode rows = node.putArray("rows");
    for (List<Object> row : table.rows()) {
      ObjectNode object = rows.addObject();
      for (int i = 0; i < row.size(); i++) {
        put(object, table.columns().get(i), row.get(i));
      }
    }
  }

  private static void put(ObjectNode node, String name, Object value) {
    node.set(name, MAPPER.valueToTree(value instanceof Double number ? rounded(number) : value));
  }

  private static @Nullable BigDecimal rounded(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros()
        : null;
  }
}
