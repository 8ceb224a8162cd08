package dev.hourglass.ticketintake.rest;

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

  /** What an improper ticket lacks; what is given replaces what is there. */
  @Schema(name = "Completion")
  public record CompletionRequest(
      @Schema(example = "ACME-1", maxLength = 64) @Nullable String account,
      @Nullable RequesterRequest requester,
      @Schema(maxLength = 20_000) @Nullable String description) {}
}
