package dev.hourglass.clocks.clock;

/** A calendar by its name in its edition. */
public record CalendarName(String edition, String calendar) {}
