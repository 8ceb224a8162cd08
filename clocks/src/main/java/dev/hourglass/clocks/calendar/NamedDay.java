package dev.hourglass.clocks.calendar;

import java.time.LocalDate;

/** A special day by its date, in the calendar's zone, and its name. */
public record NamedDay(LocalDate date, String name) {}
