package dev.hourglass.ticketintake.ticket;

import static dev.hourglass.contracts.Rules.required;
import static dev.hourglass.contracts.Rules.rule;

import dev.hourglass.contracts.EventData;
import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.ticket.Requester;
import dev.hourglass.contracts.ticket.TicketAmended;
import dev.hourglass.contracts.ticket.TicketContent;
import dev.hourglass.contracts.ticket.TicketCreated;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.DeadlineOverridden;
import dev.hourglass.contracts.timing.TicketCancelled;
import dev.hourglass.contracts.timing.TicketClosed;
import dev.hourglass.contracts.timing.TicketCompleted;
import dev.hourglass.contracts.timing.TicketMerged;
import dev.hourglass.contracts.timing.TicketPaused;
import dev.hourglass.contracts.timing.TicketReceived;
import dev.hourglass.contracts.timing.TicketReopened;
import dev.hourglass.contracts.timing.TicketReplied;
import dev.hourglass.contracts.timing.TicketReprioritized;
import dev.hourglass.contracts.timing.TicketRestored;
import dev.hourglass.contracts.timing.TicketResumed;
import dev.hourglass.contracts.timing.TicketSolved;
import dev.hourglass.contracts.timing.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket and its life cycle; {@link TicketState} draws the machine. A command returns the new
 * ticket and what it says, or throws {@link CommandRefused} and changes nothing.
 *
 * <p>Time on a ticket never runs backwards: a command is dated at the last change at the earliest,
 * so the order of the facts is the order of their times even if two instances' clocks differ.
 *
 * @param cycle 1, and one more with each reopening
 * @param receivedAt when the customer gave it to us; before it was logged only on PHONE
 * @param restoredAt when the service worked again, in this cycle
 * @param solvedAt when it was solved, in this cycle
 */
public record Ticket(
    UUID id,
    TicketContent content,
    TicketState state,
    int cycle,
    Instant receivedAt,
    Instant updatedAt,
    @Nullable Instant restoredAt,
    @Nullable Instant solvedAt) {

  public Ticket {
    required(id, "id");
    required(content, "content");
    required(state, "state");
    required(receivedAt, "receivedAt");
    required(updatedAt, "updatedAt");
    rule(cycle >= 1, "'cycle' starts at 1");
    rule(!updatedAt.isBefore(receivedAt), "a ticket is not changed before it is received");
  }

  /** A new ticket: its content, and the fact that it was received. */
  public static Decision receive(UUID id, String reference, NewTicket posted, Instant now) {
    TicketContent content = posted.named(reference);
    Instant receivedAt = posted.receivedAt() == null ? now : posted.receivedAt();
    Ticket ticket = new Ticket(id, content, new TicketState.Open(), 1, receivedAt, now, null, null);
    return ticket.saying(
        new TicketCreated(id, receivedAt, content),
        new TicketReceived(
            id,
            receivedAt,
            reference,
            content.account(),
            content.channel(),
            content.queue(),
            content.proper()));
  }

  /**
   * Somebody writes on the ticket. A pause in the same step comes after the reply, at the same
   * instant (R6); a public word of the requester ends a wait for the customer, and opens a solved
   * ticket again unless it is only thanks (R14).
   */
  public Decision reply(
      Author by, Visibility visibility, @Nullable PauseReason pause, boolean thanks, Instant now) {
    rule(pause == null || by == Author.AGENT, "only an agent pauses a ticket");
    rule(visibility == Visibility.PUBLIC || by == Author.AGENT, "only an agent writes internally");
    legal(Command.REPLIES);
    Instant at = notBeforeLastChange(now);
    TicketReplied replied = new TicketReplied(id, at, by, visibility, thanks);
    if (pause != null) {
      return become(paused(pause), at).saying(replied, new TicketPaused(id, at, pause));
    }
    if (by == Author.REQUESTER && !thanks && allowed().contains(Command.REOPEN)) {
      Decision reopened = reopen(at);
      return reopened.ticket().saying(replied, reopened.said().get(0));
    }
    if (by == Author.REQUESTER
        && state instanceof TicketState.Paused wait
        && wait.reason() == PauseReason.WAITING_CUSTOMER) {
      return become(wait.resume(), at).saying(replied, new TicketResumed(id, at));
    }
    return become(state, at).saying(replied);
  }

  /** The ticket waits. */
  public Decision pause(PauseReason reason, Instant now) {
    Instant at = notBeforeLastChange(now);
    return become(paused(reason), at).saying(new TicketPaused(id, at, reason));
  }

  /** The wait is over. */
  public Decision resume(Instant now) {
    if (!(state instanceof TicketState.Paused wait)) {
      throw refused(Command.RESUME);
    }
    Instant at = notBeforeLastChange(now);
    return become(wait.resume(), at).saying(new TicketResumed(id, at));
  }

  /** The service works again for the customer, once a cycle. */
  public Decision restore(Instant now) {
    legal(Command.RESTORE);
    Instant at = notBeforeLastChange(now);
    return new Ticket(id, content, state, cycle, receivedAt, at, at, solvedAt)
        .saying(new TicketRestored(id, at));
  }

  /** The ticket is done. An open wait is closed first, so that no clock keeps standing (R2). */
  public Decision solve(Instant now) {
    Instant at = notBeforeLastChange(now);
    TicketState.Open open = working(Command.SOLVE);
    Ticket solved = new Ticket(id, content, open.solve(), cycle, receivedAt, at, restoredAt, at);
    return solved.saying(afterTheWait(at, new TicketSolved(id, at, cycle)));
  }

  /** A solved ticket goes on, in a new cycle. */
  public Decision reopen(Instant now) {
    legal(Command.REOPEN);
    if (!(state instanceof TicketState.Solved solved)) {
      throw refused(Command.REOPEN);
    }
    Instant at = notBeforeLastChange(now);
    return new Ticket(id, content, solved.reopen(), cycle + 1, receivedAt, at, null, null)
        .saying(new TicketReopened(id, at, cycle + 1));
  }

  /** A solved ticket is over. */
  public Decision close(Instant now) {
    if (!(state instanceof TicketState.Solved solved)) {
      throw refused(Command.CLOSE);
    }
    Instant at = notBeforeLastChange(now);
    return become(solved.close(), at).saying(new TicketClosed(id, at));
  }

  /** The ticket is withdrawn. */
  public Decision cancel(Instant now) {
    Instant at = notBeforeLastChange(now);
    TicketState.Open open = working(Command.CANCEL);
    return become(open.cancel(), at).saying(afterTheWait(at, new TicketCancelled(id, at)));
  }

  /**
   * An agent sets the priority; it shows on the ticket once the prioritizer has promised for it.
   */
  public Decision reprioritize(Priority priority, Instant now) {
    legal(Command.PRIORITY);
    Instant at = notBeforeLastChange(now);
    return become(state, at).saying(new TicketReprioritized(id, at, priority));
  }

  /**
   * An improper ticket becomes proper (K15): what is given replaces what is there.
   *
   * @throws StillImproper if something is missing yet
   */
  public Decision complete(
      @Nullable String account,
      @Nullable Requester requester,
      @Nullable String description,
      Instant now) {
    legal(Command.COMPLETE);
    TicketContent whole = Completion.of(content, account, requester, description);
    List<String> missing = Proper.missing(whole.account(), whole.requester(), whole.description());
    if (!missing.isEmpty()) {
      throw new StillImproper(missing);
    }
    Instant at = notBeforeLastChange(now);
    return new Ticket(id, whole, state, cycle, receivedAt, at, restoredAt, solvedAt)
        .saying(new TicketAmended(id, at, whole), new TicketCompleted(id, at));
  }

  /**
   * An agent sets the deadline of one clock, with a reason that is kept beside it.
   *
   * @throws DeadlineRefused if the clock cannot have it
   */
  public Decision setDeadline(Metric metric, int ofCycle, Instant deadline, Instant now) {
    legal(Command.DEADLINE);
    Instant at = notBeforeLastChange(now);
    DeadlineRefused.unlessPossible(this, metric, ofCycle, deadline, at);
    return become(state, at).saying(new DeadlineOverridden(id, at, metric, ofCycle, deadline));
  }

  /**
   * The ticket goes on in another one. That one is not merged itself, so that whoever follows the
   * merges comes to an end.
   *
   * @param target the other ticket, if there is one of that id
   * @throws MergeRefused if the other ticket cannot take it
   */
  public Decision merge(UUID into, @Nullable Ticket target, Instant now) {
    Instant at = notBeforeLastChange(now);
    TicketState.Open open = working(Command.MERGE);
    MergeRefused.unlessPossible(this, into, target);
    return become(open.merge(into), at).saying(afterTheWait(at, new TicketMerged(id, at, into)));
  }

  /** The commands that are legal now. */
  public Set<Command> allowed() {
    Set<Command> allowed = EnumSet.noneOf(Command.class);
    allowed.addAll(state.allowed());
    if (restoredAt != null) {
      allowed.remove(Command.RESTORE);
    }
    if (content.proper()) {
      allowed.remove(Command.COMPLETE);
    }
    if (cycle == TicketReopened.MOST_CYCLES) {
      allowed.remove(Command.REOPEN);
    }
    return allowed;
  }

  private TicketState.Paused paused(PauseReason reason) {
    if (!(state instanceof TicketState.Open open)) {
      throw refused(Command.PAUSE);
    }
    return open.pause(reason);
  }

  /** The open state that the command starts from: this one, or the one after the wait. */
  private TicketState.Open working(Command command) {
    if (state instanceof TicketState.Open open) {
      return open;
    }
    if (state instanceof TicketState.Paused wait) {
      return wait.resume();
    }
    throw refused(command);
  }

  private EventData[] afterTheWait(Instant at, EventData then) {
    List<EventData> said = new ArrayList<>();
    if (state instanceof TicketState.Paused) {
      said.add(new TicketResumed(id, at));
    }
    said.add(then);
    return said.toArray(EventData[]::new);
  }

  private void legal(Command command) {
    if (!allowed().contains(command)) {
      throw refused(command);
    }
  }

  private CommandRefused refused(Command command) {
    return new CommandRefused(state, command, allowed());
  }

  private Instant notBeforeLastChange(Instant now) {
    return now.isBefore(updatedAt) ? updatedAt : now;
  }

  private Ticket become(TicketState next, Instant at) {
    return new Ticket(id, content, next, cycle, receivedAt, at, restoredAt, solvedAt);
  }

  private Decision saying(EventData... said) {
    return new Decision(this, List.of(said));
  }
}
