package dev.hourglass.clocks;

import dev.hourglass.clocks.history.HeardFact;
import dev.hourglass.contracts.promise.EscalationLevel;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Target;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Tickets of one day, made up from one seed: the ticket of a number is always the same. All that
 * happens, happens at full minutes, and some of it is told later than it happened.
 */
public final class RandomTickets {

  /** So many of them a property has to hold for. */
  public static final int TICKETS = 10_000;

  public static final Instant START = Ticket.at("08:00");
  public static final Instant END = Ticket.at("23:59");

  private static final long SEED = 20261122;
  private static final List<List<HeardFact>> ALL =
      IntStream.range(0, TICKETS).mapToObj(number -> new RandomTickets(number).facts()).toList();

  private final Random random;
  private final Ticket ticket = new Ticket();
  private final UUID delivery = UUID.randomUUID();
  private int minute;
  private int cycle = 1;

  private RandomTickets(int number) {
    random = random(number);
  }

  /** The facts of a ticket in the order in which they were told. */
  public static List<HeardFact> facts(int number) {
    return ALL.get(number);
  }

  /** What else a test leaves to chance for the ticket. */
  public static Random random(int number) {
    return new Random(SEED + number);
  }

  private List<HeardFact> facts() {
    minute = random.nextInt(120);
    boolean proper = random.nextInt(8) > 0;
    ticket.received(now(), proper);
    if (!proper) {
      pass();
      ticket.completed(now());
    }
    if (random.nextInt(4) > 0) {
      ticket.promised(now(), targets());
    }
    int more = 2 + random.nextInt(9);
    for (int i = 0; i < more; i++) {
      pass();
      happen(now());
    }
    return List.copyOf(ticket.facts());
  }

  /** Time passes; one time in ten the next fact is told later than the one before it happened. */
  private void pass() {
    int step = random.nextInt(60);
    minute = random.nextInt(10) == 0 ? Math.max(0, minute - step) : minute + step;
  }

  private void happen(String at) {
    switch (random.nextInt(19)) {
      case 0 -> ticket.promised(at, targets());
      case 1, 2 -> ticket.paused(at, PauseReason.values()[random.nextInt(2)]);
      case 3, 4 -> ticket.resumed(at);
      case 5, 6, 7 -> ticket.replied(at);
      case 8, 9, 10 -> ticket.asked(at);
      case 11 -> ticket.replied(at, Author.AGENT, Visibility.INTERNAL);
      case 12 -> ticket.confirmed(at, delivery);
      case 13 -> ticket.bounced(at, delivery);
      case 14 -> ticket.restored(at);
      case 15 -> ticket.solved(at, cycle);
      case 16 -> ticket.reopened(at, ++cycle);
      case 17 -> ticket.acknowledged(at, anyMetric(), 1 + random.nextInt(2));
      default -> end(at);
    }
  }

  private void end(String at) {
    switch (random.nextInt(6)) {
      case 0 -> ticket.closed(at);
      case 1 -> ticket.cancelled(at);
      case 2 -> ticket.merged(at);
      default -> {
        ticket.overridden(at, anyMetric(), 1 + random.nextInt(3), time(random.nextInt(700)));
      }
    }
  }

  private Target[] targets() {
    return Arrays.stream(Metric.values())
        .filter(metric -> random.nextInt(4) > 0)
        .map(this::target)
        .toArray(Target[]::new);
  }

  private Target target(Metric metric) {
    String calendar = random.nextBoolean() ? Ticket.OFFICE : Ticket.ALWAYS;
    Target target = Ticket.target(metric, "PT" + (1 + random.nextInt(600)) + "M", calendar);
    return new Target(
        metric,
        target.within(),
        calendar,
        random.nextBoolean() ? target.pausedBy() : Set.of(PauseReason.values()),
        target.warnAt(),
        true,
        metric == Metric.RESTORATION && random.nextBoolean(),
        random.nextBoolean() ? levels() : List.of());
  }

  private List<EscalationLevel> levels() {
    return List.of(
        EscalationLevel.atShare(1, 1 + random.nextInt(99), "team-lead", "mail"),
        EscalationLevel.atShare(2, 100, "duty-manager", "pager")
            .repeated(1 + random.nextInt(3), minutes(1 + random.nextInt(60))),
        EscalationLevel.after(3, minutes(1 + random.nextInt(120)), "director", "phone"));
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private Metric anyMetric() {
    return Metric.values()[random.nextInt(Metric.values().length)];
  }

  private String now() {
    return time(minute);
  }

  /** So many minutes after {@link #START}. */
  private static String time(int minutes) {
    return LocalTime.of(8, 0).plusMinutes(minutes).toString();
  }
}
