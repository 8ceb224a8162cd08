package dev.hourglass.ticketintake.rest;

import dev.hourglass.ticketintake.postgres.KeyReused;
import dev.hourglass.ticketintake.postgres.TicketUnknown;
import dev.hourglass.ticketintake.ticket.CommandRefused;
import dev.hourglass.ticketintake.ticket.DeadlineRefused;
import dev.hourglass.ticketintake.ticket.MergeRefused;
import dev.hourglass.ticketintake.ticket.StillImproper;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Turns the refusals of the ticket and its desk into problem details. */
public final class ProblemMappers {

  private ProblemMappers() {}

  /** 409: the state does not allow it. */
  @Provider
  public static class OfCommandRefused extends ExceptionMapperBase<CommandRefused> {
    @Override
    protected HttpProblem toProblem(CommandRefused refused) {
      HttpProblem.Builder problem =
          Problems.of(409, "Not allowed in this state", sentence(refused))
              .with("state", refused.state())
              .with("allowed", refused.allowed());
      if (refused.mergedInto() != null) {
        problem.with("mergedInto", refused.mergedInto());
      }
      return problem.build();
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

  /** 422: a clock cannot have that deadline. */
  @Provider
  public static class OfDeadlineRefused extends ExceptionMapperBase<DeadlineRefused> {
    @Override
    protected HttpProblem toProblem(DeadlineRefused refused) {
      return Problems.invalid(List.of(FieldError.at("/" + refused.field(), refused.rule())));
    }
  }

  /** 422: the other ticket cannot take this one. */
  @Provider
  public static class OfMergeRefused extends ExceptionMapperBase<MergeRefused> {
    @Override
    protected HttpProblem toProblem(MergeRefused refused) {
      return Problems.invalid(List.of(FieldError.at("/into", refused.rule())));
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
}
