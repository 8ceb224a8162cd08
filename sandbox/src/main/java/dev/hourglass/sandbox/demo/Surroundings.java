package dev.hourglass.sandbox.demo;

import java.net.URI;
import java.util.Map;

/** Where the running Hourglass listens. */
record Surroundings(
    URI ticketIntake,
    URI prioritizer,
    URI slaMonitor,
    URI notifier,
    URI inbox,
    String bootstrapServers) {

  /** The usual ports unless the launcher says otherwise. */
  static Surroundings from(Map<String, String> environment) {
    return new Surroundings(
        url(environment, "HOURGLASS_TICKET_INTAKE_PORT", "8081"),
        url(environment, "HOURGLASS_PRIORITIZER_PORT", "8082"),
        url(environment, "HOURGLASS_SLA_MONITOR_PORT", "8083"),
        url(environment, "HOURGLASS_NOTIFIER_PORT", "8084"),
        url(environment, "HOURGLASS_INBOX_PORT", "8025"),
        "localhost:" + environment.getOrDefault("HOURGLASS_KAFKA_PORT", "9092"));
  }

  void whereToLook(Screen screen) {
    screen.heading("Where to look");
    screen.line("  " + inbox + "  every mail of this scene, as it looks");
    screen.line("  " + ticketIntake + "/tickets?account=DEMO-BUSINESS  its tickets");
    screen.line("  " + slaMonitor + "/clocks?state=BREACHED  all breached clocks");
    screen.line("  " + slaMonitor + "/clocks/<ticketId>/page  why a clock stands as it does");
    screen.line("  " + prioritizer + "/editions  the policies, this scene's among them");
    screen.line(
        "  " + bootstrapServers + ", topic sla-breaches  what operations teams subscribe to");
  }

  private static URI url(Map<String, String> environment, String name, String usual) {
    return URI.create("http://localhost:" + environment.getOrDefault(name, usual));
  }
}
