package dev.hourglass.e2etests;

import dev.hourglass.contracts.Topics;
import dev.hourglass.sandbox.ReceivedMail;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole of Hourglass, once for all journeys: on a sandbox, or on containers where the property
 * {@code hourglass.parts} says so.
 */
final class Hourglass {

  static final Path ROOT = Path.of(System.getProperty("hourglass.root", ".."));

  private static Hourglass running;

  private final Installation installation;
  private final Thread atExit;
  private final Ear ear;

  private Hourglass() {
    installation =
        switch (System.getProperty("hourglass.parts", "sandbox")) {
          case "sandbox" -> new OnSandbox(ROOT);
          case "containers" -> new OnContainers(ROOT);
          default -> throw new IllegalStateException("hourglass.parts is sandbox or containers");
        };
    atExit = new Thread(installation::close, "stop-hourglass");
    Runtime.getRuntime().addShutdownHook(atExit);
    installation.startServices();
    ear =
        new Ear(
            installation.bootstrapServers(),
            Topics.TIMINGS,
            Topics.SLA_WARNINGS,
            Topics.SLA_BREACHES,
            Topics.RATINGS);
  }

  static synchronized Hourglass running() {
    if (running == null) {
      running = new Hourglass();
    }
    return running;
  }

  /** Makes room for another installation; the next journey would start this one again. */
  static synchronized void end() {
    if (running != null) {
      Runtime.getRuntime().removeShutdownHook(running.atExit);
      running.ear.close();
      running.installation.close();
      running = null;
    }
  }

  List<ReceivedMail> inbox(String recipient) {
    return installation.inbox(recipient);
  }

  Ear ear() {
    return ear;
  }

  URI url(Service service, String path) {
    return installation.url(service, path);
  }

  String log(Service service) {
    return installation.log(service);
  }

  /** kill -9 of all four at once, and a start of all four. */
  void killAndRestartAll() {
    installation.killServices();
    installation.startServices();
  }
}
