package dev.hourglass.clocks.alert;

import dev.hourglass.clocks.clock.SlaClock;
import dev.hourglass.contracts.promise.Metric;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stable ids of alerts: the same alert has the same id, whoever computes it and when. */
public final class AlertIds {

  private AlertIds() {}

  public static String warning(UUID ticketId, SlaClock clock, int level) {
    return id(ticketId, clock.metric(), name(clock), level, "warning", 0);
  }

  public static String noPromise(UUID ticketId) {
    return id(ticketId, null, 1, 0, "no-promise", 0);
  }

  public static String breach(UUID ticketId, Metric metric, int cycle, int revision) {
    return id(ticketId, metric, cycle, 0, "breach", revision);
  }

  public static String withdrawal(UUID ticketId, Metric metric, int cycle, int revision) {
    return id(ticketId, metric, cycle, 0, "withdrawal", revision);
  }

  public static String escalation(UUID ticketId, SlaClock clock, int level, int repetition) {
    return id(ticketId, clock.metric(), name(clock), level, "escalation", repetition);
  }

  /** A question or period goes by its beginning: its number may come to mean another one. */
  private static Object name(SlaClock clock) {
    return clock.turnFrom().isPresent() ? clock.turnFrom().get() : clock.cycle();
  }

  private static String id(
      UUID ticketId, @Nullable Metric metric, Object cycle, int level, String kind, int revision) {
    String name = ticketId + "|" + metric + "|" + cycle + "|" + level + "|" + kind + "|" + revision;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
