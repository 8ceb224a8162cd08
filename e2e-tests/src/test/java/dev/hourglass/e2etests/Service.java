package dev.hourglass.e2etests;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The four services, by the names of their modules. */
enum Service {
  TICKET_INTAKE(8081),
  PRIORITIZER(8082),
  SLA_MONITOR(8083),
  NOTIFIER(8084);

  private final int port;

  Service(int port) {
    this.port = port;
  }

  /** By the name of its module. */
  static Optional<Service> of(String module) {
    return Stream.of(values()).filter(service -> service.module().equals(module)).findFirst();
  }

  /** The port that it listens on unless it is told otherwise. */
  int port() {
    return port;
  }

  String module() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String database() {
    return name().toLowerCase(Locale.ROOT);
  }
}
