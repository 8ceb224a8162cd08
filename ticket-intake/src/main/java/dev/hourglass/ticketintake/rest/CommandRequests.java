package dev.hourglass.ticketintake.rest;

import dev.hourglass.contracts.promise.Metric;
import dev.hourglass.contracts.promise.PauseReason;
import dev.hourglass.contracts.promise.Priority;
import dev.hourglass.contracts.timing.Author;
import dev.hourglass.contracts.timing.Visibility;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of the commands, before they are checked. */
public final class CommandRequests {

  private CommandRequests() {}

  /** Somebody writes on the ticket. */
  @Schema(name = "NewReply")
  public record ReplyRequest(
      @Schema(required = true) @Nullable Author by,
      @Schema(required = true, description = "The requester writes publicly only")
          @Nullable Visibility visibility,
      @Schema(required = true, example = "Which version do you run?", maxLength = 20_000)
          @Nullable String text,
      @Schema(description = "Agents only: pauses the ticket in the same step")
          @Nullable PauseReason pause) {}

  /** The ticket waits. */
  @Schema(name = "Pause")
  public record PauseRequest(@Schema(required = true) @Nullable PauseReason reason) {}

  /** A command that may say why. */
  @Schema(name = "Because")
  public record ReasonRequest(@Schema(maxLength = 500) @Nullable String reason) {}

  /** A command that says nothing but itself. */
  @Schema(name = "Nothing")
  public record EmptyRequest() {}

  /** An agent sets the priority. */
  @Schema(name = "NewPriority")
  public record PriorityRequest(
      @Schema(required = true) @Nullable Priority priority,
      @Schema(required = true, example = "Their launch is tonight", maxLength = 500)
          @Nullable String reason) {}

  /** An agent sets the deadline of one clock. */
  @Schema(name = "NewDeadline")
  public record DeadlineRequest(
      @Schema(required = true, description = "One that is promised to the ticket")
          @Nullable Metric metric,
      @Schema(
              required = true,
              minimum = "1",
              example = "1",
              description =
                  "As the clocks of sla-monitor number them: 1 for what is promised once, the"
                      + " ticket's cycle for RESOLUTION, the question or period for NEXT_REPLY and"
                      + " UPDATE")
          @Nullable Integer cycle,
      @Schema(
              required = true,
              format = "date-time",
              example = "2026-11-24T17:00:00+01:00",
              description = "In the future, with an offset")
          @Nullable String deadline,
      @Schema(
              required = true,
              example = "Grace Hopper",
              maxLength = 200,
              description = "Who sets it")
          @Nullable String agent,
      @Schema(required = true, example = "Agreed with Ada on the phone", maxLength = 500)
          @Nullable String reason) {}

  /** The ticket goes on in another one. */
  @Schema(name = "Merge")
  public record MergeRequest(
      @Schema(
              required = true,
              format = "uuid",
              description = "The id of another ticket that is OPEN, PAUSED or SOLVED")
          @Nullable String into,
      @Schema(maxLength = 500) @Nullable String reason) {}

  /** What an improper ticket lacks; what is given replaces what is there. */
  @Schema(name = "Completion")
  public record CompletionRequest(
      @Schema(example = "ACME-1", maxLength = 64) @Nullable String account,
      @Nullable RequesterRequest requester,
      @Schema(maxLength = 20_000) @Nullable String description) {}
}
