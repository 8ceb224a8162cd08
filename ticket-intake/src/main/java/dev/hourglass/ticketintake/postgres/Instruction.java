package dev.hourglass.ticketintake.postgres;

import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Visibility;
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
 * @param decide what the ticket makes of it
 * @param record the row that keeps the words that came with it, if any did
 * @param status the HTTP status if it is done
 */
public record Instruction(
    Command command,
    BiFunction<Ticket, Instant, Decision> decide,
    BiFunction<UUID, Instant, @Nullable PanacheEntityBase> record,
    int status) {

  /** A command that leaves nothing but facts. */
  public static Instruction of(Command command, BiFunction<Ticket, Instant, Decision> decide) {
    return new Instruction(command, decide, (ticketId, at) -> null, 200);
  }

  /** This command with the reason that was given for it. */
  public Instruction because(@Nullable String reason) {
    return reason == null
        ? this
        : new Instruction(
            command, decide, (ticketId, at) -> ReasonRow.of(ticketId, command, reason, at), status);
  }

  /** Somebody writes on the ticket. */
  public static Instruction reply(
      Author by, Visibility visibility, String text, @Nullable PauseReason pause) {
    return new Instruction(
        Command.REPLIES,
        (ticket, now) -> ticket.reply(by, visibility, pause, now),
        (ticketId, at) -> ReplyRow.of(ticketId, by, visibility, text, at),
        201);
  }
}
