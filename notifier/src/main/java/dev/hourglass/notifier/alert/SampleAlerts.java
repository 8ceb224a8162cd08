package dev.hourglass.notifier.alert;

import dev.hourglass.contracts.alert.WithdrawnBecause;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.promise.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Made-up alerts, the same at every look. */
public final class SampleAlerts {

  public static final UUID ID = UUID.fromString("0193a2b4-7c1e-7d52-9c0e-3f5a1b2c4d6e");
  public static final Instant SEEN = Instant.parse("2026-11-20T14:05:02Z");
  public static final String SUBSCRIPTION = "Team leads, Germany";

  private static final Duration LATE = Duration.ofSeconds(754);
  private static final int LINES = 12;

  private SampleAlerts() {}

  /** The name of the sample of a kind. */
  public static String nameOf(NoticeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sample of that name; a breach if there is none. */
  public static AlertNotice notice(String name) {
    return Arrays.stream(NoticeKind.values())
        .filter(each -> nameOf(each).equals(name))
        .findFirst()
        .map(each -> notice(each, Metric.FIRST_REPLY, Priority.P1, "HG-4D6E"))
        .orElseGet(
            () -> notice(NoticeKind.BREACHED, Metric.RESTORATION, Priority.P2, "HG-<i>4D6E</i>"));
  }

  /** The lines of a digest, some of them taken back. */
  public static List<AlertDigest.Line> lines() {
    return java.util.stream.IntStream.range(0, LINES)
        .mapToObj(
            i ->
                new AlertDigest.Line(
                    notice(
                        i % 4 == 1 ? NoticeKind.ESCALATED : NoticeKind.BREACHED,
                        Metric.values()[i % Metric.values().length],
                        Priority.values()[i / 3],
                        "HG-7K2M" + (char) ('A' + i) + "Q"),
                    i % 5 == 2))
        .toList();
  }

  private static AlertNotice notice(
      NoticeKind kind, Metric metric, Priority priority, String reference) {
    boolean promised = kind != NoticeKind.NO_PROMISE;
    boolean escalated = kind == NoticeKind.ESCALATED;
    return new AlertNotice(
        ID,
        ID,
        kind,
        promised ? priority : null,
        promised ? metric : null,
        reference,
        "A-1001",
        promised ? Plan.PREMIER : null,
        SEEN,
        promised ? SEEN.minus(LATE) : null,
        kind == NoticeKind.BREACHED ? LATE : null,
        kind == NoticeKind.BREACHED,
        escalated ? 2 : null,
        escalated ? "team-lead" : null,
        kind == NoticeKind.WITHDRAWN ? WithdrawnBecause.DEADLINE_MOVED : null);
  }
}
