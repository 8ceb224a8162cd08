package dev.hourglass.e2etests;

import java.util.Locale;

/** The four services, by the names of their modules. */
enum Service {
  TICKET_INTAKE,
  PRIORITIZER,
  SLA_MONITOR,
  NOTIFIER;

  String module() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String database() {
    return name().toLowerCase(Locale.ROOT);
  }
}
