package dev.hourglass.clocks.alert;

/** A level that was said; it is never said again, whatever comes (R22). */
public record SaidEscalation(SaidClock clock, int level, int repetition) {}
