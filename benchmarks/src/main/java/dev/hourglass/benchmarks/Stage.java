package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.kafka.LogEnds;
import dev.hourglass.benchmarks.kafka.Publisher;
import dev.hourglass.benchmarks.kafka.Speakers;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.ticket.Targets;
import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.Topics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A monitor of our own on a {@link Site} of our own, and the voices of all other services. */
final class Stage implements AutoCloseable {

  private static final Duration SETTLES_WITHIN = Duration.ofHours(1);
  private static final Duration SELDOM = Duration.ofSeconds(1);
  private static final Duration LOOKS_WITHIN = Duration.ofMinutes(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Site site;
  private final Publisher publisher;
  private final LogEnds ends;
  private final Monitor monitor;
  private Speakers speakers;

  private Stage(Site site) {
    this.site = site;
    publisher = new Publisher(site.bootstrapServers());
    site.atEnd(publisher::close);
    ends = new LogEnds(site.bootstrapServers());
    site.atEnd(ends::close);
    monitor = new Monitor(site);
  }

  /** Starts the broker and the database, with the edition of the benchmarks published. */
  static Stage open(Setup setup, PrintStream progress) {
    Stage stage = new Stage(Site.open(setup, progress));
    Instant now = stage.now();
    stage.publisher.publish(
        Topics.EDITIONS.name(), Event.of(Topics.PRIORITIZER, now, 1, Targets.edition(now)));
    stage.publisher.flush();
    return stage;
  }

  /** Starts the monitor, and the reports of the speakers before it. */
  Monitor startMonitor() {
    if (speakers == null) {
      speakers = new Speakers(publisher, bootstrapServers());
      site.atEnd(speakers::close);
    }
    monitor.start();
    return monitor;
  }

  Setup setup() {
    return site.setup();
  }

  Path work() {
    return site.work();
  }

  String bootstrapServers() {
    return site.bootstrapServers();
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
    return new Report(benchmark).setting("monitor", String.join(" ", setup().javaOptions()));
  }

  /** One line for whoever waits. */
  void tell(String what, Object... arguments) {
    site.tell(what, arguments);
  }

  @Override
  public void close() {
    site.close();
  }
}
