package dev.hourglass.notifier.delivery;

import dev.hourglass.contracts.Rules;
import dev.hourglass.notifier.ticket.KnownTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries a ticket wants, as far as it is known. It says the same again when nothing new
 * was heard, so that repeated events never make a second delivery.
 *
 * @param patience how long a confirmation waits for the promise before it goes without
 * @param surveyDelay how long after solving the survey goes: some tickets are opened again soon
 */
public record Agenda(Duration patience, Duration surveyDelay) {

  /** What follows from the facts of a ticket alone. */
  private static final Set<DeliveryKind> ONCE_PER_CYCLE =
      EnumSet.of(DeliveryKind.COMPLETION_REQUEST, DeliveryKind.CONFIRMATION, DeliveryKind.SURVEY);

  public Agenda {
    Rules.rule(!patience.isNegative(), "the patience must not be negative");
    Rules.rule(!surveyDelay.isNegative(), "the delay of surveys must not be negative");
  }

  /** The deliveries that should exist now. */
  public List<Wanted> wanted(KnownTicket ticket, Instant now) {
    List<Wanted> wanted = new ArrayList<>();
    if (ticket.content() == null) {
      return wanted;
    }
    for (DeliveryKind kind : ONCE_PER_CYCLE) {
      int cycle = kind == DeliveryKind.SURVEY ? ticket.cycle() : 1;
      if (isWanted(ticket, kind, cycle)) {
        boolean ready = kind != DeliveryKind.CONFIRMATION || isPromiseComplete(ticket);
        wanted.add(new Wanted(kind, cycle, dueAt(ticket, kind, ready, now), ready));
      }
    }
    return wanted;
  }

  /**
   * Whether a delivery still makes sense as far as the ticket tells: said again before each
   * attempt. Alerts always do.
   */
  public static boolean isWanted(@Nullable KnownTicket ticket, DeliveryKind kind, int cycle) {
    if (!kind.isToCustomer()) {
      return true;
    }
    if (ticket == null || ticket.content() == null || ticket.withdrawn()) {
      return false;
    }
    return switch (kind) {
      case COMPLETION_REQUEST -> !ticket.content().proper();
      case CONFIRMATION -> ticket.content().proper();
      case SURVEY, SURVEY_REMINDER -> ticket.isSolved() && cycle == ticket.cycle();
      default -> true;
    };
  }

  private Instant dueAt(KnownTicket ticket, DeliveryKind kind, boolean ready, Instant now) {
    if (kind == DeliveryKind.SURVEY) {
      Instant due = Rules.required(ticket.solvedAt(), "solvedAt").plus(surveyDelay);
      return due.isAfter(now) ? due : now;
    }
    return ready ? now : now.plus(patience);
  }

  /** Deadlines count from the start, so the promise is of use only together with it. */
  private static boolean isPromiseComplete(KnownTicket ticket) {
    return ticket.isPromised() && ticket.startedAt() != null;
  }
}
