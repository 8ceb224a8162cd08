package dev.hourglass.replay;

import dev.hourglass.contracts.kafka.CreateTopics;
import dev.hourglass.replay.comparison.LeftOut;
import dev.hourglass.replay.comparison.Report;
import dev.hourglass.replay.comparison.Window;
import dev.hourglass.replay.csv.IncidentFile;
import dev.hourglass.replay.history.AsMade;
import dev.hourglass.replay.history.HistoryReplay;
import dev.hourglass.replay.incident.Incident;
import dev.hourglass.replay.incident.IncidentReplay;
import dev.hourglass.replay.incident.IncidentRow;
import dev.hourglass.replay.incident.Incidents;
import dev.hourglass.replay.incident.IncidentsAgainst;
import dev.hourglass.replay.json.ReportJson;
import dev.hourglass.replay.kafka.HistoryLog;
import dev.hourglass.replay.table.ReportTable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;

/**
 * What would have been different under another edition. The answer goes to standard output, and is
 * the same bytes for the same log and file; everything else goes to standard error. Ends with 0, 1
 * if Kafka fails, 2 if it is asked for what cannot be done.
 */
public final class Replay {

  /** java.util.logging holds its loggers weakly; this keeps its level. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private static final String KAFKA_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";
  private static final int FAILED = 1;
  private static final int REFUSED = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  Replay(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  public static void main(String[] arguments) {
    KAFKA.setLevel(Level.OFF);
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int status = new Replay(out, err, System.getenv()).run(arguments);
    out.flush();
    System.exit(status);
  }

  int run(String... arguments) {
    try {
      Optional<Options> options = Options.of(arguments);
      if (options.isEmpty()) {
        out.print(Options.USAGE);
      } else {
        Report report = report(options.get());
        out.print(options.get().json() ? ReportJson.of(report) : ReportTable.of(report));
      }
      return 0;
    } catch (Refused e) {
      e.reasons().forEach(reason -> err.println("replay: " + reason));
      err.println("replay: ./hourglass replay --help tells what it takes");
      return REFUSED;
    } catch (KafkaException e) {
      err.println("replay: the history cannot be read from Kafka: " + reasons(e));
      return FAILED;
    } catch (OutOfMemoryError e) {
      err.println("replay: more memory is needed: HOURGLASS_JAVA_OPTS=-Xmx4g, for example");
      return FAILED;
    }
  }

  private Report report(Options options) {
    EditionFiles editions = EditionFiles.read(options.edition(), options.against());
    return options.incidents() == null
        ? replayHistory(options, editions)
        : replayIncidents(options, editions);
  }

  private Report replayHistory(Options options, EditionFiles editions) {
    try (HistoryLog log = HistoryLog.open(settings())) {
      Window window = Window.of(options.from(), options.to(), log.end());
      HistoryReplay replay =
          editions.against() == null
              ? new HistoryReplay(new AsMade(log.calendars()), editions.edition(), window)
              : new HistoryReplay(editions.against(), editions.edition(), window);
      Stopwatch stopwatch = new Stopwatch();
      log.tickets(tickets -> stopwatch.time(() -> tickets.forEach(replay::ticket)));
      Report report = replay.report(log.unreadable().count());
      err.println(stopwatch.speed(report, "twice"));
      tell("unreadable", log.unreadable());
      tell("tickets that cannot be counted", replay.uncountable());
      return report;
    }
  }

  private Report replayIncidents(Options options, EditionFiles editions) {
    IncidentFile file = read(options);
    Optional<Instant> end =
        file.rows().stream().map(IncidentRow::updatedAt).max(Comparator.naturalOrder());
    Window window = Window.of(options.from(), options.to(), end);
    Incidents replay =
        editions.against() == null
            ? new IncidentReplay(editions.edition(), options.customer(), window)
            : new IncidentsAgainst(
                editions.against(), editions.edition(), options.customer(), window);
    Collection<Incident> incidents = Incident.of(file.rows());
    Stopwatch stopwatch = new Stopwatch();
    stopwatch.time(() -> incidents.forEach(replay::incident));
    Report report = replay.report(file.unreadable().count());
    err.println(stopwatch.speed(report, editions.against() == null ? "once" : "twice"));
    tell("unreadable rows", file.unreadable());
    tell("incidents that cannot be counted", replay.uncountable());
    return report;
  }

  private IncidentFile read(Options options) {
    try {
      return IncidentFile.read(options.incidents(), options.zone());
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused(List.of(options.incidents() + ": " + e.getMessage()));
    }
  }

  /** As the services have them; else the Kafka that the launcher started. */
  private Map<String, Object> settings() {
    Map<String, String> all = new HashMap<>(environment);
    if (all.getOrDefault(KAFKA_SERVERS, "").isBlank()) {
      all.put(KAFKA_SERVERS, "localhost:" + all.getOrDefault("HOURGLASS_KAFKA_PORT", "9092"));
    }
    return CreateTopics.clientSettings(all);
  }

  private void tell(String what, LeftOut leftOut) {
    if (leftOut.count() > 0) {
      err.println("Left out, " + what + ": " + leftOut.count());
      leftOut.first().forEach(each -> err.println("  " + each));
    }
  }

  private static String reasons(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
  }
}
