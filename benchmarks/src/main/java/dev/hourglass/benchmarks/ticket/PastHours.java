package dev.hourglass.benchmarks.ticket;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What happened at a desk while no monitor ran: tickets that were answered and solved in time,
 * later, or not at all. It knows without any fold which deadlines were missed; none of those that
 * are yet to come falls within a month.
 */
public final class PastHours {

  public static final Duration FIRST_REPLY = Duration.ofMinutes(10);
  public static final Duration RESOLUTION = Duration.ofMinutes(30);

  private static final Targets SHORT =
      Targets.far().with(Metric.FIRST_REPLY, FIRST_REPLY).with(Metric.RESOLUTION, RESOLUTION);
  private static final Targets FAR = Targets.far();
  private static final Duration PRIORITIZED_AFTER = Duration.ofMillis(300);
  private static final Duration CONFIRMED_AFTER = Duration.ofSeconds(1);
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Instant begin;
  private final Instant end;
  private final long tickets;
  private final Random random;
  private final Map<Deadline, Instant> missed = new HashMap<>();
  private final PriorityQueue<Saying> waiting =
      new PriorityQueue<>(Comparator.comparing(Saying::at).thenComparing(Saying::number));
  private long sayings;
  private long facts;
  private long openClocks;

  private record Saying(Instant at, long number, Function<Instant, Event<Fact>> fact) {}

  /**
   * Hours that are over.
   *
   * @param end the last fact happened before it
   */
  public PastHours(long ticketsPerSecond, Duration length, Instant end, long seed) {
    this.end = end;
    begin = end.minus(length);
    tickets = ticketsPerSecond * length.toSeconds();
    random = new Random(seed);
  }

  /** Says all facts, in the order in which they happened. */
  public void say(Consumer<Event<Fact>> listener) {
    Duration length = Duration.between(begin, end.minus(CONFIRMED_AFTER.multipliedBy(2)));
    for (long i = 0; i < tickets; i++) {
      Instant received = begin.plusMillis(length.toMillis() * i / tickets);
      sayUpTo(received, listener);
      ticket((int) i + 1, received);
    }
    sayUpTo(end, listener);
  }

  /** The deadlines that were missed, whatever happened afterwards. */
  public Map<Deadline, Instant> missed() {
    return missed;
  }

  public long facts() {
    return facts;
  }

  /** How many clocks nobody has stopped yet. */
  public long openClocks() {
    return openClocks;
  }

  private void sayUpTo(Instant instant, Consumer<Event<Fact>> listener) {
    while (!waiting.isEmpty() && waiting.peek().at().isBefore(instant)) {
      Saying next = waiting.remove();
      listener.accept(next.fact().apply(next.at()));
      facts++;
    }
  }

  private void ticket(int number, Instant received) {
    TicketFacts ticket = new TicketFacts(number);
    boolean dueByNow = received.plus(RESOLUTION).plus(MARGIN).isBefore(end);
    Course course = Course.of(random);
    at(received, ticket::received);
    at(received.plus(PRIORITIZED_AFTER), at -> ticket.promised(at, dueByNow ? SHORT : FAR));
    at(received.plus(CONFIRMED_AFTER), ticket::confirmed);
    openClocks += Targets.OPEN;
    boolean answered =
        course.answeredAfter() != null
            && at(received.plus(course.answeredAfter()), ticket::answered);
    openClocks -= answered ? 1 : 0;
    boolean solved =
        course.solvedAfter() != null && at(received.plus(course.solvedAfter()), ticket::solved);
    openClocks -= solved ? Targets.OPEN - 1 : 0;
    if (dueByNow) {
      note(ticket, Metric.FIRST_REPLY, received, FIRST_REPLY, course.answeredAfter());
      note(ticket, Metric.RESOLUTION, received, RESOLUTION, course.solvedAfter());
    }
  }

  private void note(
      TicketFacts ticket, Metric metric, Instant received, Duration within, Duration stopped) {
    if (stopped == null || stopped.compareTo(within) > 0) {
      missed.put(new Deadline(ticket.id(), metric, 1), received.plus(within));
    }
  }

  private boolean at(Instant at, Function<Instant, Event<Fact>> fact) {
    if (!at.isBefore(end)) {
      return false;
    }
    waiting.add(new Saying(at, sayings++, fact));
    return true;
  }
}
