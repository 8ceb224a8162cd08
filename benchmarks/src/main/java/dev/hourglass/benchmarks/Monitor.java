package dev.hourglass.benchmarks;

import dev.hourglass.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The packaged sla-monitor as a process, with the settings that it has in production. */
final class Monitor {

  private final Path state;
  private final Service service;

  Monitor(Site site) {
    state = state(site);
    service = service(site);
  }

  /** The process alone. */
  static Service service(Site site) {
    return new Service(
        site,
        Topics.SLA_MONITOR,
        Topics.SLA_MONITOR,
        site.setup().javaOptions(),
        Map.of("SLA_MONITOR_STATE_DIR", state(site).toString()));
  }

  private static Path state(Site site) {
    return site.work().resolve("state");
  }

  void start() {
    service.start();
  }

  void awaitReady() {
    service.awaitReady();
  }

  boolean isReady() {
    return service.isReady();
  }

  /** How many clocks it has open, as far as it has looked; 0 before it answers. */
  long openClocks() {
    return (long) service.sum("sla_monitor_clocks_open");
  }

  /** Megabytes of heap in use, garbage among them. */
  double heapMegabytes() {
    return service.sum("jvm_memory_used_bytes", "area=\"heap\"") / 1e6;
  }

  /** Seconds of processor time since its start. */
  double processorSeconds() {
    return service.processorSeconds();
  }

  /** Megabytes of resident memory; NaN where nobody tells. */
  double residentMegabytes() {
    return service.residentMegabytes();
  }

  /** Megabytes of its state on disk. */
  double stateMegabytes() {
    try (Stream<Path> files = Files.walk(state)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    service.stop();
  }

  void kill() {
    service.kill();
  }
}
