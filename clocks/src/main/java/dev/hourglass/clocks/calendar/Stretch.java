package dev.hourglass.clocks.calendar;

import java.time.Instant;

/** Working time from {@code from} (counts) up to {@code to} (does not). */
record Stretch(Instant from, Instant to) {}
