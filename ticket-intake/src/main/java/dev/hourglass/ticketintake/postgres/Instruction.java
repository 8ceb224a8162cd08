package dev.hourglass.ticketintake.postgres;

import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Visibility;
import dev.hourglass.ticketintake.thanks.ThanksPolicy;
import dev.hourglass.ticketintake.ticket.Command;
import dev.hourglass.ticketintake.ticket.Decision;
import dev.hourglass.ticketintake.ticket.Ticket;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A command with its arguments.
 *
 * @param other the other ticket that it is about, if it is about two
 * @param decide what the ticket makes of it
 * @param record the row that keeps the words that came with it, if any did
 * @param status the HTTP status if it is done
 */
public record Instruction(
    Command command,
    @Nullable UUID other,
    Decide decide,
    BiFunction<UUID, Instant, @Nullable PanacheEntityBase> record,
    int status) {

  /** What a ticket makes of a command. */
  @FunctionalInterface
  interface Decide {

    /** Decides, while nobody else can change the ticket or the other one, if there is one. */
    Decision on(Ticket ticket, @Nullable Ticket other, Instant now);
  }

  /** A command that leaves nothing but facts. */
  public static Instruction of(Command command, BiFunction<Ticket, Instant, Decision> decide) {
    return new Instruction(
        command,
        null,
        (ticket, other, now) -> decide.apply(ticket, now),
        (ticketId, at) -> null,
        200);
  }

  /** The ticket goes on in another one. */
  public static Instruction merge(UUID into) {
    return new Instruction(
        Command.MERGE,
        into,
        (ticket, target, now) -> ticket.merge(into, target, now),
        (ticketId, at) -> null,
        200);
  }

  /** Somebody writes on the ticket; the policy tells whether it is only thanks. */
  public static Instruction reply(
      Author by,
      Visibility visibility,
      String text,
      @Nullable PauseReason pause,
      ThanksPolicy policy) {
    return new Instruction(
        Command.REPLIES,
        null,
        (ticket, other, now) ->
            ticket.reply(by, visibility, pause, isThanks(by, text, policy, ticket, now), now),
        (ticketId, at) -> ReplyRow.of(ticketId, by, visibility, text, at),
        201);
  }

  /** This command with the reason that was given for it. */
  public Instruction because(@Nullable String reason) {
    return because(reason, null);
  }

  /** This command with the reason that was given for it, and who gave it. */
  public Instruction because(@Nullable String reason, @Nullable String agent) {
    return reason == null
        ? this
        : new Instruction(
            command,
            other,
            decide,
            (ticketId, at) -> ReasonRow.of(ticketId, command, reason, agent, at),
            status);
  }

  private static boolean isThanks(
      Author by, String text, ThanksPolicy policy, Ticket ticket, Instant now) {
    return by == Author.REQUESTER
        && policy.isThanks(text, ticket.content().requester().name(), ticket.solvedAt(), now);
  }
}
