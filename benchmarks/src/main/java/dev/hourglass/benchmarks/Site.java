package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.process.BenchmarkException;
import dev.hourglass.benchmarks.process.Program;
import dev.hourglass.sandbox.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/**
 * A broker and a database of our own, in a directory of our own, on free ports of this machine.
 * Closing it, also by Ctrl-C, ends what was started on it and deletes the directory.
 */
final class Site implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

  private final Setup setup;
  private final PrintStream progress;
  private final Path work;
  private final int kafka = Ports.anyFree();
  private final int postgres = Ports.anyFree();
  private final Deque<Runnable> endings = new ConcurrentLinkedDeque<>();
  private final Thread atExit = new Thread(this::end, "end-of-benchmark");

  private Site(Setup setup, PrintStream progress) throws IOException {
    this.setup = setup;
    this.progress = progress;
    work = Files.createTempDirectory(setup.directory(), "hourglass-benchmark-");
    int inbox = Ports.anyFree();
    Program sandbox =
        new Program(
            "sandbox",
            List.of(
                "-XX:+UseSerialGC",
                "-Xmx256m",
                mark(),
                "-jar",
                setup.root().resolve(Path.of("sandbox/target/sandbox-run.jar")).toString()),
            Map.of(
                "HOURGLASS_DATA", work.resolve("sandbox").toString(),
                "HOURGLASS_KAFKA_PORT", Integer.toString(kafka),
                "HOURGLASS_POSTGRES_PORT", Integer.toString(postgres),
                "HOURGLASS_SMTP_PORT", Integer.toString(Ports.anyFree()),
                "HOURGLASS_INBOX_PORT", Integer.toString(inbox)),
            work.resolve("sandbox.log"));
    endings.push(sandbox::stop);
    Runtime.getRuntime().addShutdownHook(atExit);
    sandbox.start();
    sandbox.awaitOk(
        URI.create("http://localhost:" + inbox + "/api/mails?to=nobody"), STARTS_WITHIN);
  }

  /** Starts the broker and the database. */
  static Site open(Setup setup, PrintStream progress) {
    try {
      return new Site(setup, progress);
    } catch (IOException e) {
      throw new BenchmarkException("no directory to work in: " + e.getMessage(), e);
    }
  }

  /** Tells our processes from all others, should we be killed and leave them behind. */
  String mark() {
    return "-Dhourglass.benchmark=" + work;
  }

  /** Does this when it is closed, before whatever was to be done so far. */
  void atEnd(Runnable ending) {
    endings.push(ending);
  }

  Setup setup() {
    return setup;
  }

  Path work() {
    return work;
  }

  String bootstrapServers() {
    return "localhost:" + kafka;
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:" + postgres + "/" + database;
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
    endings.forEach(Runnable::run);
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
