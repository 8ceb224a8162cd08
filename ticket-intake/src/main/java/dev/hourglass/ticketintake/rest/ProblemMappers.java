package dev.hourglass.ticketintake.rest;

import dev.hourglass.ticketintake.postgres.KeyReused;
import dev.hourglass.ticketintake.postgres.TicketUnknown;
import dev.hourglass.ticketintake.ticket.CommandRefused;
import dev.hourglass.ticketintake.ticket.StillImproper;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;

/** Turns the refusals of the ticket and its desk into problem details. */
public final class ProblemMappers {

  private ProblemMappers() {}

  /** 409: the state does not allow it. */
  @Provider
  public static class OfCommandRefused extends ExceptionMapperBase<CommandRefused> {
    @Override
    protected HttpProblem toProblem(CommandRefused refused) {
      return Problems.of(409, "Not allowed in this state", sentence(refused))
          .with("state", refused.state())
          .with("allowed", refused.allowed())
          .build();
    }

    private static String sentence(CommandRefused refused) {
      return "A ticket that is "
          + refused.state()
          + " does not allow '"
          + refused.command().word()
          + "' now";
    }
  }

  /** 422: a proper ticket needs more (K15). */
  @Provider
  public static class OfStillImproper extends ExceptionMapperBase<StillImproper> {
    @Override
    protected HttpProblem toProblem(StillImproper improper) {
      return Problems.invalid(
          improper.missing().stream()
              .map(pointer -> FieldError.at(pointer, InputCheck.MISSING))
              .toList());
    }
  }

  /** 422: a key for another body (R23). */
  @Provider
  public static class OfKeyReused extends ExceptionMapperBase<KeyReused> {
    @Override
    protected HttpProblem toProblem(KeyReused reused) {
      return Problems.of(
              Problems.UNPROCESSABLE,
              "Idempotency-Key reused",
              "This Idempotency-Key came with another body before")
          .build();
    }
  }

  /** 404. */
  @Provider
  public static class OfTicketUnknown extends ExceptionMapperBase<TicketUnknown> {
    @Override
    protected HttpProblem toProblem(TicketUnknown unknown) {
      return Problems.of(404, "Unknown ticket", "There is no ticket of that id").build();
    }
  }

  /** 503 while the database cannot be reached; 500 for whatever nobody has thought of. */
  @Provider
  public static class OfRuntimeException extends ExceptionMapperBase<RuntimeException> {

    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    protected HttpProblem toProblem(RuntimeException failure) {
      return outage(failure)
          ? Problems.of(503, "Storage unavailable", "Nothing was stored; ask again later")
              .withHeader("Retry-After", RETRY_AFTER_SECONDS)
              .build()
          : Problems.of(500, "Internal error", "Nothing was stored").build();
    }

    /** Whether the database was not there, as opposed to: it did not like what we asked. */
    private static boolean outage(Throwable failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException) {
          String state = ((SQLException) cause).getSQLState();
          // The pool gives no state when it waits for a connection in vain.
          if (state == null || state.matches("(08|53|57P).*")) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
