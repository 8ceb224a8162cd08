package dev.hourglass.benchmarks;

import dev.hourglass.benchmarks.figures.Report;
import dev.hourglass.benchmarks.kafka.LogEnds;
import dev.hourglass.benchmarks.kafka.Publisher;
import dev.hourglass.benchmarks.process.Patience;
import dev.hourglass.benchmarks.smtp.MailRelay;
import dev.hourglass.contracts.Topics;
import dev.hourglass.sandbox.Ports;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** A {@link Site} of our own with a relay that counts, for notifiers to send to. */
final class MailStage implements AutoCloseable {

  private static final Duration SETTLES_WITHIN = Duration.ofMinutes(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final Site site;
  private final MailRelay relay;
  private final Publisher publisher;
  private final LogEnds ends;

  private MailStage(Site site) {
    this.site = site;
    relay = new MailRelay(Ports.anyFree(), site.work().resolve("mails"));
    site.atEnd(relay::close);
    publisher = new Publisher(site.bootstrapServers());
    site.atEnd(publisher::close);
    ends = new LogEnds(site.bootstrapServers());
    site.atEnd(ends::close);
  }

  static MailStage open(Setup setup, PrintStream progress) {
    return new MailStage(Site.open(setup, progress));
  }

  /** A notifier that does not run yet; {@code settings} are environment variables. */
  Service notifier(String instance, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("QUARKUS_MAILER_HOST", "127.0.0.1");
    all.put("QUARKUS_MAILER_PORT", Integer.toString(relay.port()));
    return service(Topics.NOTIFIER, instance, all);
  }

  /** A service that is not the monitor. */
  Service service(String name, String instance, Map<String, String> settings) {
    return new Service(site, name, instance, site.setup().javaOptionsOfOthers(), settings);
  }

  Site site() {
    return site;
  }

  MailRelay relay() {
    return relay;
  }

  Publisher publisher() {
    return publisher;
  }

  LogEnds ends() {
    return ends;
  }

  /** As the services say it, in whole milliseconds. */
  Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Waits until the relay has taken so many mails in all. */
  void awaitMails(int count, Duration within) {
    Patience.until(
        () -> "the relay has taken " + count + " mails, not " + relay.count(),
        within,
        Duration.ofMillis(20),
        () -> relay.count() >= count);
  }

  /** Waits until nothing more can come: all facts are read, and no delivery waits or is sent. */
  void awaitSilence(Service notifier) {
    DeliveryList deliveries = new DeliveryList(notifier);
    Patience.until(
        "the notifier has read all facts and has nothing more to send",
        SETTLES_WITHIN,
        LOOK_EVERY,
        () -> hasReadAll() && deliveries.count("PENDING") + deliveries.count("SENDING") == 0);
  }

  /** Whether the notifier has committed all that was said. */
  boolean hasReadAll() {
    return ends.hasRead(Topics.NOTIFIER + "-content", Topics.TICKETS.name())
        && ends.hasRead(Topics.NOTIFIER + "-facts", Topics.TIMINGS.name());
  }

  /** A report about these services. */
  Report report(String benchmark) {
    return new Report(benchmark)
        .setting("services", String.join(" ", site.setup().javaOptionsOfOthers()));
  }

  void tell(String what, Object... arguments) {
    site.tell(what, arguments);
  }

  @Override
  public void close() {
    site.close();
  }
}
