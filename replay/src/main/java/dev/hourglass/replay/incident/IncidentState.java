package dev.hourglass.replay.incident;

import dev.hourglass.contracts.promise.PauseReason;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an incident stands, in the log's own words. */
public enum IncidentState {
  NEW("New", null),
  ACTIVE("Active", null),
  AWAITING_USER_INFO("Awaiting User Info", PauseReason.WAITING_CUSTOMER),
  /** The user is to show it again. */
  AWAITING_EVIDENCE("Awaiting Evidence", PauseReason.WAITING_CUSTOMER),
  AWAITING_VENDOR("Awaiting Vendor", PauseReason.WAITING_THIRD_PARTY),
  /**
   * Those who look for the cause of several incidents are others than those who handle this one.
   */
  AWAITING_PROBLEM("Awaiting Problem", PauseReason.WAITING_THIRD_PARTY),
  RESOLVED("Resolved", null),
  CLOSED("Closed", null);

  private final String text;
  private final @Nullable PauseReason waitsFor;

  IncidentState(String text, @Nullable PauseReason waitsFor) {
    this.text = text;
    this.waitsFor = waitsFor;
  }

  /** The state of that name in the log. */
  public static Optional<IncidentState> named(String text) {
    return Arrays.stream(values()).filter(state -> state.text.equals(text)).findFirst();
  }

  /** Whether somebody still has to resolve it. */
  boolean open() {
    return this != RESOLVED && this != CLOSED;
  }

  /** Why it waits, if it does. */
  @Nullable PauseReason waitsFor() {
    return waitsFor;
  }
}
