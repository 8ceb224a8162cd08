package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.figures.ReportText;
import dev.hourglass.benchmarks.json.ReportJson;
import dev.hourglass.benchmarks.process.BenchmarkException;
import dev.hourglass.benchmarks.process.Machine;
import dev.hourglass.replay.Arguments;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;

/**
 * Measures. The figures go to standard output, everything else to standard error. Ends with 0, 1 if
 * something failed or was found to be wrong, 2 if it is asked for what cannot be done.
 */
public final class Benchmarks {

  /** java.util.logging holds its loggers weakly; these keep their levels. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private static final Logger SMTP = Logger.getLogger("org.subethamail");

  private static final int FAILED = 1;
  private static final int REFUSED = 2;

  private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

  static {
    ALL.put("throughput", new ThroughputBenchmark());
    ALL.put("lateness", new LatenessBenchmark());
    ALL.put("storm", new StormBenchmark());
    ALL.put("restart", new RestartBenchmark());
    ALL.put("backlog", new BacklogBenchmark());
    ALL.put("replay", new ReplayBenchmark());
    ALL.put("mails", new MailsBenchmark());
    ALL.put("confirm", new ConfirmBenchmark());
    ALL.put("kills", new KillsBenchmark());
  }

  private final PrintStream out;
  private final PrintStream err;
  private final Path root;

  Benchmarks(PrintStream out, PrintStream err, Path root) {
    this.out = out;
    this.err = err;
    this.root = root;
  }

  public static void main(String[] arguments) {
    KAFKA.setLevel(Level.SEVERE);
    SMTP.setLevel(Level.SEVERE);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("hourglass.root", ".")).toAbsolutePath().normalize();
    System.exit(new Benchmarks(out, err, root).run(arguments));
  }

  int run(String... line) {
    List<String> words = Arrays.asList(line);
    if (words.isEmpty() || words.contains("--help") || words.get(0).equals("help")) {
      out.print(usage());
      return words.isEmpty() ? REFUSED : 0;
    }
    Benchmark benchmark = ALL.get(words.get(0));
    if (benchmark == null) {
      return refuse(List.of("there is no benchmark '" + words.get(0) + "'"));
    }
    Set<String> valued = new HashSet<>(Setup.VALUED);
    valued.addAll(benchmark.options());
    Arguments arguments = new Arguments(words.subList(1, words.size()), valued, Setup.FLAGS);
    Setup setup = Setup.of(arguments, root);
    Benchmark.Run run = benchmark.prepare(arguments);
    if (!arguments.problems().isEmpty()) {
      return refuse(arguments.problems());
    }
    return run(words, setup, run);
  }

  private int run(List<String> words, Setup setup, Benchmark.Run run) {
    String machine = Machine.inWords();
    String commit = Machine.commit(root);
    try {
      Report found = run.run(setup, err);
      Report report =
          new Report(found.benchmark())
              .setting("command", "./hourglass benchmark " + String.join(" ", words))
              .setting("machine", machine)
              .setting("commit", commit)
              .with(found);
      out.print(setup.json() ? ReportJson.of(report) : ReportText.of(report));
      return report.problems().isEmpty() ? 0 : FAILED;
    } catch (BenchmarkException | KafkaException e) {
      err.println("benchmark: " + e.getMessage());
      return FAILED;
    }
  }

  private int refuse(List<String> reasons) {
    reasons.forEach(reason -> err.println("benchmark: " + reason));
    err.println("benchmark: ./hourglass benchmark --help tells what it takes");
    return REFUSED;
  }

  private static String usage() {
    StringBuilder usage = new StringBuilder("Usage: ./hourglass benchmark <what> [options]\n");
    ALL.forEach(
        (name, benchmark) ->
            usage.append("\n  ").append(name).append('\n').append(benchmark.help().indent(4)));
    return usage
        .append(
            """

            All of them:
                --java-options "OPTIONS"  more options for what is measured, such as -Xmx1g
                                          or -Dsla-monitor.kafka.tick=20ms
                --directory DIRECTORY     where the data lie meanwhile      (the temporary one)
                --keep                    leaves the data and the logs there
                --json                    JSON instead of tables
            """)
        .toString();
  }
}
