package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.kafka.LogEnds;
import dev.hourglass.benchmarks.kafka.Publisher;
import dev.hourglass.benchmarks.kafka.Speakers;
import dev.hourglass.benchmarks.process.BenchmarkException;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.process.Program;
import dev.hourglass.benchmarks.ticket.Targets;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import dev.hourglass.sandbox.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A broker, a database and a monitor of our own, in a directory of our own, on free ports of this
 * machine; and the voices of all other services. Closing it, also by Ctrl-C, ends the processes and
 * deletes the directory.
 */
final class Stage implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);
  private static final Duration SETTLES_WITHIN = Duration.ofHours(1);
  private static final Duration SELDOM = Duration.ofSeconds(1);
  private static final Duration LOOKS_WITHIN = Duration.ofMinutes(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Setup setup;
  private final PrintStream progress;
  private final Path work;
  private final Program sandbox;
  private final String bootstrapServers;
  private final Monitor monitor;
  private final Thread atExit = new Thread(this::end, "end-of-benchmark");
  private Publisher publisher;
  private Speakers speakers;
  private LogEnds ends;

  private Stage(Setup setup, PrintStream progress) throws IOException {
    this.setup = setup;
    this.progress = progress;
    work = Files.createTempDirectory(setup.directory(), "hourglass-benchmark-");
    int kafka = Ports.anyFree();
    int postgres = Ports.anyFree();
    int inbox = Ports.anyFree();
    bootstrapServers = "localhost:" + kafka;
    sandbox =
        new Program(
            "sandbox",
            List.of(
                "-XX:+UseSerialGC",
                "-Xmx256m",
                mark(work),
                "-jar",
                setup.root().resolve(Path.of("sandbox/target/sandbox-run.jar")).toString()),
            Map.of(
                "HOURGLASS_DATA", work.resolve("sandbox").toString(),
                "HOURGLASS_KAFKA_PORT", Integer.toString(kafka),
                "HOURGLASS_POSTGRES_PORT", Integer.toString(postgres),
                "HOURGLASS_SMTP_PORT", Integer.toString(Ports.anyFree()),
                "HOURGLASS_INBOX_PORT", Integer.toString(inbox)),
            work.resolve("sandbox.log"));
    monitor = new Monitor(setup, work, bootstrapServers, postgres);
    Runtime.getRuntime().addShutdownHook(atExit);
    sandbox.start();
    sandbox.awaitOk(
        URI.create("http://localhost:" + inbox + "/api/mails?to=nobody"), STARTS_WITHIN);
  }

  /** Tells our processes from all others, should we be killed and leave them behind. */
  static String mark(Path work) {
    return "-Dhourglass.benchmark=" + work;
  }

  /** Starts the broker and the database, with the edition of the benchmarks published. */
  static Stage open(Setup setup, PrintStream progress) {
    Stage stage;
    try {
      stage = new Stage(setup, progress);
    } catch (IOException e) {
      throw new BenchmarkException("no directory to work in: " + e.getMessage(), e);
    }
    stage.publisher = new Publisher(stage.bootstrapServers);
    stage.ends = new LogEnds(stage.bootstrapServers);
    Instant now = stage.now();
    stage.publisher.publish(
        Topics.EDITIONS.name(), Event.of(Topics.PRIORITIZER, now, 1, Targets.edition(now)));
    stage.publisher.flush();
    return stage;
  }

  /** Starts the monitor, and the reports of the speakers before it. */
  Monitor startMonitor() {
    if (speakers == null) {
      speakers = new Speakers(publisher, bootstrapServers);
    }
    monitor.start();
    return monitor;
  }

  Setup setup() {
    return setup;
  }

  Path work() {
    return work;
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  Publisher publisher() {
    return publisher;
  }

  LogEnds ends() {
    return ends;
  }

  Monitor monitor() {
    return monitor;
  }

  /** As the services say it, in whole milliseconds. */
  Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Waits until the monitor has read all facts and has looked at all tickets.
   *
   * @param openClocks how many it must have open then
   */
  void catchUp(long openClocks) {
    publisher.flush();
    Patience.until(
        "the monitor has read all facts", SETTLES_WITHIN, LOOK_EVERY, ends::streamHasReadAll);
    Patience.until(
        () -> "the monitor has " + openClocks + " clocks open, not " + monitor.openClocks(),
        LOOKS_WITHIN,
        LOOK_EVERY,
        () -> monitor.openClocks() == openClocks);
  }

  /** As {@link #catchUp}; and then until ledgers and board are up to date, too. */
  void settle(long openClocks) {
    catchUp(openClocks);
    Patience.until(
        "the monitor has kept all facts and states", SETTLES_WITHIN, SELDOM, ends::allRead);
  }

  /** A report about this monitor. */
  Report report(String benchmark) {
    return new Report(benchmark).setting("monitor", String.join(" ", setup.javaOptions()));
  }

  /** One line for whoever waits. */
  void tell(String what, Object... arguments) {
    progress.printf("%tT  %s%n", System.currentTimeMillis(), what.formatted(arguments));
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // The machine ends, and the hook does all this.
    }
    end();
  }

  private void end() {
    if (speakers != null) {
      speakers.close();
    }
    monitor.stop();
    if (publisher != null) {
      publisher.close();
    }
    if (ends != null) {
      ends.close();
    }
    sandbox.stop();
    if (setup.keep()) {
      tell("the data are kept in %s", work);
    } else {
      delete();
    }
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(work)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      tell("not all of %s could be deleted: %s", work, e.getMessage());
    }
  }
}
