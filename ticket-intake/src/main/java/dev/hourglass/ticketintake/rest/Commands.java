package dev.hourglass.ticketintake.rest;

import dev.hourglass.ticketintake.postgres.Answer;
import dev.hourglass.ticketintake.postgres.Instruction;
import dev.hourglass.ticketintake.postgres.TicketDesk;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** What all commands on a ticket share: the client's key, the count, the line in the log. */
@ApplicationScoped
public class Commands {

  private static final Logger LOG = Logger.getLogger(Commands.class);

  private final Idempotency idempotency;
  private final TicketDesk desk;
  private final MeterRegistry metrics;

  Commands(Idempotency idempotency, TicketDesk desk, MeterRegistry metrics) {
    this.idempotency = idempotency;
    this.desk = desk;
    this.metrics = metrics;
  }

  /** Does a command whose body was checked, or answers as it did when it was done. */
  Response done(String id, byte[] body, HttpHeaders headers, Instruction instruction) {
    UUID ticketId = TicketIds.parse(id);
    MDC.put("ticketId", ticketId);
    String word = instruction.command().word();
    Answer answer =
        desk.command(
            ticketId,
            instruction,
            idempotency.of(headers, "/tickets/" + ticketId + "/" + word, body));
    if (!answer.replayed()) {
      metrics.counter("ticket_intake_commands", "command", word).increment();
      LOG.infof("A ticket was changed: %s", word);
    }
    return Answers.of(answer);
  }
}
