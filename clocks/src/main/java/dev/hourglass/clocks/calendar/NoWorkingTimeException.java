package dev.hourglass.clocks.calendar;

/** A calendar holds less working time within the horizon than somebody wants to count off. */
public final class NoWorkingTimeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoWorkingTimeException(String message) {
    super(message);
  }
}
