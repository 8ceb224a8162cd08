package dev.hourglass.clocks.alert;

/** A warning that was said; it is never said again, whatever comes (R10). */
public record SaidWarning(SaidClock clock, int level) {}
