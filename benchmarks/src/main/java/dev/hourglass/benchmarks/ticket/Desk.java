package dev.hourglass.benchmarks.ticket;

import dev.hourglass.contracts.Event;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.timing.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A support desk with many tickets open. On an ordinary day each new ticket comes with an old one
 * that is answered, waits, goes on and is solved, so that the number of open clocks stays.
 */
public final class Desk {

  private static final List<Step> NEW =
      List.of(
          TicketFacts::received,
          (ticket, at) -> ticket.promised(at, Targets.far()),
          TicketFacts::confirmed);
  private static final List<Step> OLD =
      List.of(
          TicketFacts::answered,
          TicketFacts::paused,
          TicketFacts::asked,
          TicketFacts::resumed,
          TicketFacts::solved);

  /** How many facts bring the number of open clocks back to what it was. */
  public static final int FACTS_A_TURN = NEW.size() + OLD.size();

  private final Deque<TicketFacts> open = new ArrayDeque<>();
  private final Deque<Function<Instant, Event<Fact>>> next = new ArrayDeque<>();
  private int number;
  private long openClocks;

  private interface Step {
    Event<Fact> say(TicketFacts ticket, Instant at);
  }

  /** How many clocks are open once the last turn is complete. */
  public long openClocks() {
    return openClocks;
  }

  /** Whether the ordinary day has come to the end of a turn. */
  public boolean turnComplete() {
    return next.isEmpty();
  }

  /**
   * Opens tickets that nothing falls due of, with all their facts so far.
   *
   * @return how many facts that were
   */
  public long open(long clocks, Instant at, Consumer<Event<Fact>> say) {
    long facts = 0;
    for (long opened = 0; opened < clocks; opened += Targets.OPEN) {
      TicketFacts ticket = newTicket();
      NEW.forEach(step -> say.accept(step.say(ticket, at)));
      open.addLast(ticket);
      facts += NEW.size();
    }
    return facts;
  }

  /** Opens a ticket whose first reply is due at {@code deadline}. */
  public TicketFacts openDue(Instant at, Instant deadline, Consumer<Event<Fact>> say) {
    TicketFacts ticket = newTicket();
    say.accept(ticket.received(at));
    say.accept(
        ticket.promised(
            at, Targets.far().with(Metric.FIRST_REPLY, Duration.between(at, deadline))));
    say.accept(ticket.confirmed(at));
    return ticket;
  }

  /** A ticket of {@link #openDue} that is answered has one clock less. */
  public Event<Fact> answer(TicketFacts ticket, Instant at) {
    openClocks--;
    return ticket.answered(at);
  }

  /** The next fact of an ordinary day. */
  public Event<Fact> ordinary(Instant at) {
    if (next.isEmpty()) {
      TicketFacts old = open.isEmpty() ? null : open.removeFirst();
      TicketFacts fresh = newTicket();
      NEW.forEach(step -> next.addLast(now -> step.say(fresh, now)));
      open.addLast(fresh);
      if (old != null) {
        OLD.forEach(step -> next.addLast(now -> step.say(old, now)));
        openClocks -= Targets.OPEN;
      }
    }
    return next.removeFirst().apply(at);
  }

  private TicketFacts newTicket() {
    openClocks += Targets.OPEN;
    return new TicketFacts(++number);
  }
}
