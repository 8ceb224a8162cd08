package dev.hourglass.replay.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourglass.replay.comparison.Comparison;
import dev.hourglass.replay.comparison.Dimension;
import dev.hourglass.replay.comparison.EditionName;
import dev.hourglass.replay.comparison.Missed;
import dev.hourglass.replay.comparison.Report;
import dev.hourglass.replay.comparison.Report.Verdicts;
import dev.hourglass.replay.comparison.Tally;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report for programs: everything, in an order that depends on nothing but the report. */
public final class ReportJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private ReportJson() {}

  /** The whole document, with a line break at its end. */
  public static String of(Report report) {
    ObjectNode document = MAPPER.createObjectNode();
    put(report.edition(), document);
    ObjectNode against = document.putObject("against");
    report.against().ifPresentOrElse(name -> put(name, against), () -> document.putNull("against"));
    document.put("from", text(report.window().from()));
    document.put("to", text(report.window().to()));
    document.put("asOf", text(report.window().asOf()));
    document.put("tickets", report.tickets());
    document.put("facts", report.facts());
    document
        .putObject("leftOut")
        .put("unreadable", report.leftOut().unreadable())
        .put("neverReceived", report.leftOut().neverReceived())
        .put("uncountable", report.leftOut().uncountable());
    report.verdicts().ifPresent(verdicts -> put(verdicts, document.putObject("verdicts")));
    put(report.comparison(), document.putObject("breaches"), report.verdicts().isPresent());
    try {
      return MAPPER.writer(printer()).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report could not be written as JSON", e);
    }
  }

  private static void put(EditionName edition, ObjectNode node) {
    node.put("edition", edition.id()).put("title", edition.title());
  }

  private static void put(Verdicts verdicts, ObjectNode node) {
    node.put("compared", verdicts.compared())
        .put("agreed", verdicts.agreed())
        .put("withoutVerdict", verdicts.withoutVerdict())
        .put("withoutPromise", verdicts.withoutPromise());
    ObjectNode breaches = node.putObject("breachesByMetric");
    verdicts.breaches().forEach((metric, count) -> breaches.put(metric.name(), count));
  }

  private static void put(Comparison comparison, ObjectNode node, boolean ofTickets) {
    put(comparison.all(), node);
    for (Dimension dimension : Dimension.values()) {
      if (dimension != Dimension.METRIC || !ofTickets) {
        ArrayNode rows = node.putArray("by" + capitalized(dimension));
        for (Tally tally : comparison.by(dimension)) {
          ObjectNode row = rows.addObject();
          row.put(dimension.name().toLowerCase(Locale.ROOT), tally.value());
          put(tally, row);
        }
      }
    }
    put(comparison.gained(), node.putArray("gainedBreaches"));
    put(comparison.lost(), node.putArray("lostBreaches"));
  }

  private static void put(Tally tally, ObjectNode node) {
    node.put("baseline", tally.baseline())
        .put("replayed", tally.replayed())
        .put("gained", tally.gained())
        .put("lost", tally.lost());
  }

  private static void put(List<Missed> breaches, ArrayNode rows) {
    for (Missed missed : breaches) {
      ObjectNode row = rows.addObject();
      row.put("ticketId", missed.ticketId().toString());
      row.put("reference", missed.reference());
      if (missed.metric() != null) {
        row.put("metric", missed.metric().name());
        row.put("cycle", missed.cycle());
      }
      row.put("priority", missed.priority().name());
      row.put("plan", missed.plan().name());
      row.put("account", missed.account());
      row.put("deadline", missed.deadline().toString());
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String capitalized(Dimension dimension) {
    String name = dimension.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** With the same line breaks on every machine. */
  private static DefaultPrettyPrinter printer() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(INDENTER);
    printer.indentArraysWith(INDENTER);
    return printer;
  }
}
